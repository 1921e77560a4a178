package dev.clerkbapi.auth;

import dev.clerkbapi.auth.internal.ClaimReader;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feature or a plan, and whose it is. Immutable. */
public final class ScopedName implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final boolean organizations;
  private final boolean users;

  private ScopedName(String name, boolean organizations, boolean users) {
    this.name = name;
    this.organizations = organizations;
    this.users = users;
  }

  /** Returns its name, such as {@code billing}. */
  public String name() {
    return name;
  }

  /** Returns whether the active organization has it. */
  public boolean isOrganizations() {
    return organizations;
  }

  /** Returns whether the user has it, whatever organization is active. */
  public boolean isUsers() {
    return users;
  }

  /**
   * Returns the elements of a claim such as {@code o:billing,u:themes}, in their order; null if one
   * has no scope, which makes the whole claim malformed. A scope that this SDK does not know is
   * nobody's, but keeps its place.
   */
  static @Nullable List<ScopedName> list(@Nullable Object claim) {
    List<ScopedName> names = new ArrayList<>();
    for (String element : ClaimReader.split(claim)) {
      int colon = element.indexOf(':');
      if (colon < 0) {
        return null;
      }
      String scope = element.substring(0, colon);
      boolean both = scope.equals("ou") || scope.equals("uo");
      names.add(
          new ScopedName(
              element.substring(colon + 1), both || scope.equals("o"), both || scope.equals("u")));
    }
    return names;
  }

  static List<ScopedName> listOrEmpty(@Nullable Object claim) {
    List<ScopedName> names = list(claim);
    return names == null
        ? List.of()
        : names.stream().filter(one -> one.organizations || one.users).toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ScopedName that
        && name.equals(that.name)
        && organizations == that.organizations
        && users == that.users;
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** Returns it as the token has it, such as {@code o:billing}. */
  @Override
  public String toString() {
    return (organizations ? "o" : "") + (users ? "u" : "") + ":" + name;
  }
}
