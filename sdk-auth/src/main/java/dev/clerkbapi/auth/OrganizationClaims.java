package dev.clerkbapi.auth;

import dev.clerkbapi.auth.internal.ClaimReader;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The organization that is active in a session, and what the user is there. Immutable and
 * serializable.
 */
public final class OrganizationClaims implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final long SECOND_VERSION = 2;

  private final String id;
  private final @Nullable String slug;
  private final @Nullable String role;

  @SuppressWarnings("serial") // List.copyOf returns one that is
  private final List<String> permissions;

  private OrganizationClaims(
      String id, @Nullable String slug, @Nullable String role, List<String> permissions) {
    this.id = id;
    this.slug = slug;
    this.role = role;
    this.permissions = permissions;
  }

  /** Reads either version of the claims; null if no organization is active. */
  static @Nullable OrganizationClaims of(Map<String, @Nullable Object> claims) {
    boolean second = claims.get("v") instanceof Number v && v.doubleValue() == SECOND_VERSION;
    return second ? second(claims) : first(claims);
  }

  private static @Nullable OrganizationClaims first(Map<String, @Nullable Object> claims) {
    String id = ClaimReader.text(claims.get("org_id"));
    return id == null
        ? null
        : new OrganizationClaims(
            id,
            ClaimReader.text(claims.get("org_slug")),
            ClaimReader.text(claims.get("org_role")),
            ClaimReader.texts(claims.get("org_permissions")));
  }

  private static @Nullable OrganizationClaims second(Map<String, @Nullable Object> claims) {
    Map<String, @Nullable Object> o = ClaimReader.object(claims.get("o"));
    String id = o == null ? null : ClaimReader.text(o.get("id"));
    if (o == null || id == null) {
      return null;
    }
    String role = ClaimReader.text(o.get("rol"));
    return new OrganizationClaims(
        id,
        ClaimReader.text(o.get("slg")),
        role == null ? null : "org:" + role,
        PermissionMasks.decode(claims.get("fea"), o.get("per"), o.get("fpm")));
  }

  /** Returns its ID, such as {@code org_123}. */
  public String id() {
    return id;
  }

  /** Returns its slug, such as {@code acme}; null if it has none. */
  public @Nullable String slug() {
    return slug;
  }

  /** Returns the user's role, such as {@code org:admin}. */
  public @Nullable String role() {
    return role;
  }

  /**
   * Returns the user's permissions, such as {@code org:billing:read}. Clerk's own permissions,
   * {@code org:sys_...}, are never in a token; ask for the role instead.
   */
  public List<String> permissions() {
    return permissions;
  }

  /** Returns the ID and the role. */
  @Override
  public String toString() {
    return "OrganizationClaims[" + id + ", " + role + "]";
  }
}
