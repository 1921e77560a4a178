package dev.clerkbapi.spring.testing;

import static java.util.Objects.requireNonNull;

import dev.clerkbapi.auth.SessionClaims;
import dev.clerkbapi.auth.TokenVerifier;
import dev.clerkbapi.spring.security.ClerkAuthentication;
import dev.clerkbapi.spring.testing.ClerkRequestPostProcessors.Signing;
import dev.clerkbapi.testing.FakeSessionToken;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * A request of a user, made by {@link ClerkRequestPostProcessors#clerkUser}. A real token is signed
 * and verified, so that a session has what it would have. Immutable: each method that changes
 * something returns another one.
 */
public final class ClerkUserRequest implements RequestPostProcessor {
  private static final TokenVerifier VERIFIER =
      TokenVerifier.builder()
          .jwtKey(Signing.SIGNER.jwtKey())
          .authorizedParties(Signing.ORIGIN)
          .build();

  private final FakeSessionToken token;
  private final @Nullable String organization;
  private final String role;
  private final boolean inCookie;

  ClerkUserRequest(FakeSessionToken token) {
    this(token, null, "org:member", false);
  }

  private ClerkUserRequest(
      FakeSessionToken token, @Nullable String organization, String role, boolean inCookie) {
    this.token = token;
    this.organization = organization;
    this.role = role;
    this.inCookie = inCookie;
  }

  /**
   * Sets the active organization, in which the user is an {@code org:member} otherwise.
   *
   * @param id such as {@code org_123}
   */
  public ClerkUserRequest org(String id) {
    return new ClerkUserRequest(token, requireNonNull(id, "id"), role, inCookie);
  }

  /**
   * Sets the user's role in the active organization.
   *
   * @param name such as {@code admin} or {@code org:admin}, which are the same
   */
  public ClerkUserRequest role(String name) {
    String full = name.startsWith("org:") ? name : "org:" + name;
    return new ClerkUserRequest(token, organization, full, inCookie);
  }

  /**
   * Adds permissions in the active organization.
   *
   * @param names such as {@code org:billing:read}
   * @throws IllegalArgumentException if one is not of this form, or one of Clerk's own ({@code
   *     org:sys_...}), which are never in a token
   */
  public ClerkUserRequest permissions(String... names) {
    return token(made -> made.permissions(names));
  }

  /**
   * Sets how many minutes ago the user proved who they are; 0 and -1 otherwise.
   *
   * @param first minutes since the first factor, such as 5; -1 for never
   * @param second minutes since the second factor; -1 for never, or if there is none
   */
  public ClerkUserRequest factorAges(int first, int second) {
    return token(made -> made.factorAges(first, second));
  }

  /**
   * Changes the token in any other way.
   *
   * @param change such as {@code token -> token.userPlans("pro")}
   */
  public ClerkUserRequest token(UnaryOperator<FakeSessionToken> change) {
    return new ClerkUserRequest(change.apply(token), organization, role, inCookie);
  }

  /** Has the token in a cookie, so that a request that changes something needs a CSRF token. */
  public ClerkUserRequest inCookie() {
    return new ClerkUserRequest(token, organization, role, true);
  }

  @Override
  public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
    FakeSessionToken complete =
        organization == null ? token : token.organization(organization, role);
    String signed = complete.sign();
    SessionClaims session = VERIFIER.verify(signed);
    return SecurityMockMvcRequestPostProcessors.authentication(
            inCookie
                ? ClerkAuthentication.ofCookie(session, signed)
                : ClerkAuthentication.ofHeader(session, signed))
        .postProcessRequest(request);
  }
}
