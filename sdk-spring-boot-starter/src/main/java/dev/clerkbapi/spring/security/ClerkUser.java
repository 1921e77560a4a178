package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.OrganizationClaims;
import dev.clerkbapi.auth.Requirement;
import dev.clerkbapi.auth.SessionClaims;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The user whose session a request belongs to. Immutable.
 *
 * <pre>{@code
 * @GetMapping("/me")
 * String me(@AuthenticationPrincipal ClerkUser user) {
 *   return user.id();
 * }
 * }</pre>
 *
 * <p>Such an argument is null for a request of a machine or of nobody. {@link #toString()} shows
 * IDs only.
 */
public final class ClerkUser implements AuthenticatedPrincipal, Serializable {
  private static final long serialVersionUID = 1L;

  private final SessionClaims session;

  ClerkUser(SessionClaims session) {
    this.session = Objects.requireNonNull(session, "session");
  }

  /** Returns the user's ID, such as {@code user_123}. */
  public String id() {
    return session.userId();
  }

  /** Returns the session's ID, such as {@code sess_123}; null in tokens of a backend. */
  public @Nullable String sessionId() {
    return session.sessionId();
  }

  /** Returns the active organization, such as {@code org_123}; null if none is active. */
  public @Nullable String organizationId() {
    OrganizationClaims organization = session.organization();
    return organization == null ? null : organization.id();
  }

  /** Returns the user's role in the active organization, such as {@code org:admin}. */
  public @Nullable String organizationRole() {
    OrganizationClaims organization = session.organization();
    return organization == null ? null : organization.role();
  }

  /** Returns the slug of the active organization, such as {@code acme}. */
  public @Nullable String organizationSlug() {
    OrganizationClaims organization = session.organization();
    return organization == null ? null : organization.slug();
  }

  /**
   * Returns whether the session has what is asked for.
   *
   * @param requirement such as {@code Requirement.permission("org:billing:manage")}
   */
  public boolean has(Requirement requirement) {
    return session.has(requirement);
  }

  /** Returns everything that the token says. */
  public SessionClaims session() {
    return session;
  }

  /** Returns all claims of the token, also those that an instance adds; unmodifiable. */
  public Map<String, @Nullable Object> claims() {
    return session.claims();
  }

  /** Returns the {@link #id()}. */
  @Override
  public String getName() {
    return id();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClerkUser that && session.equals(that.session);
  }

  @Override
  public int hashCode() {
    return session.hashCode();
  }

  @Override
  public String toString() {
    return "ClerkUser[" + id() + ", " + sessionId() + "]";
  }
}
