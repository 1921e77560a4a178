package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.Auth;
import dev.clerkbapi.auth.MachineAuth;
import dev.clerkbapi.auth.SessionClaims;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Transient;

/**
 * A request whose token was verified. The principal is a {@link ClerkUser} or a {@link
 * ClerkMachine}. The authorities are the role and the permissions in the active organization, such
 * as {@code org:admin} and {@code org:billing:read}, or the scopes of a machine's token, such as
 * {@code SCOPE_reports:read}. It is never kept in an HTTP session: each request has a token.
 *
 * <p>The credentials are the token, to call another service in the same name. It is a secret while
 * it is good.
 */
@Transient
public final class ClerkAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // Both kinds are serializable; their interface does not say so.
  private final AuthenticatedPrincipal principal;

  private final boolean inHeader;
  private transient @Nullable String token;

  private ClerkAuthentication(Auth auth, String token, boolean inHeader) {
    super(ClerkAuthorities.of(auth));
    this.principal = principal(auth);
    this.token = Objects.requireNonNull(token, "token");
    this.inHeader = inHeader;
    super.setAuthenticated(true);
  }

  /**
   * Returns the authentication of a request with its token in the header {@code Authorization}.
   *
   * @param auth what was verified
   * @param token without {@code Bearer}
   */
  public static ClerkAuthentication ofHeader(Auth auth, String token) {
    return new ClerkAuthentication(auth, token, true);
  }

  /**
   * Returns the authentication of a request with its token in a cookie.
   *
   * @param auth what was verified
   * @param token the cookie's value
   */
  public static ClerkAuthentication ofCookie(Auth auth, String token) {
    return new ClerkAuthentication(auth, token, false);
  }

  private static AuthenticatedPrincipal principal(Auth auth) {
    if (auth instanceof SessionClaims session) {
      return new ClerkUser(session);
    }
    if (auth instanceof MachineAuth machine) {
      return new ClerkMachine(machine);
    }
    throw new IllegalArgumentException("no principal for a " + auth.getClass().getName());
  }

  /** Returns a {@link ClerkUser} or a {@link ClerkMachine}. */
  @Override
  public Object getPrincipal() {
    return principal;
  }

  /** Returns the token; null once it was erased. */
  @Override
  public @Nullable Object getCredentials() {
    return token;
  }

  /**
   * Returns whether the token was in the header {@code Authorization}, where no other site can put
   * it; false for a cookie, with which a request needs a CSRF token.
   */
  public boolean isTokenInHeader() {
    return inHeader;
  }

  @Override
  public void eraseCredentials() {
    super.eraseCredentials();
    token = null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return super.equals(other)
        && other instanceof ClerkAuthentication that
        && inHeader == that.inHeader;
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + Boolean.hashCode(inHeader);
  }
}
