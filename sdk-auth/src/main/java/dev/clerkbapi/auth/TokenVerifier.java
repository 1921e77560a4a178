package dev.clerkbapi.auth;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.auth.internal.CompactJws;
import dev.clerkbapi.auth.internal.MalformedException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Verifies session tokens: that Clerk made them for this instance, and that they are good now.
 *
 * <pre>{@code
 * TokenVerifier verifier =
 *     TokenVerifier.builder().client(clerk).authorizedParties("https://app.example.com").build();
 * String userId = verifier.verify(token).userId();
 * }</pre>
 *
 * <p>Create one and share it; it is thread-safe. With a client it fetches the instance's keys when
 * the first token comes, and keeps them: a token whose key is known never waits. The keys are
 * fetched again after 5 minutes, in the background; while that fails, those that are known stay
 * good for 2 hours. A token with an unknown {@code kid} causes at most one fetch in 30 s. A wait
 * for a fetch ends after 6 s, and when its thread is interrupted.
 *
 * <p>It verifies only session tokens, and JWTs made from a template. A machine's JWT is refused as
 * {@code token-invalid}, even if its header does not say what it is and only its {@code sub} is
 * that of a machine, and so is an OAuth access token. For those, cookies and API keys there is
 * {@link RequestAuthenticator}.
 */
public final class TokenVerifier {
  private final JwtCheck check;
  private final ClaimChecks claims;

  TokenVerifier(JwtCheck check, ClaimChecks claims) {
    this.check = check;
    this.claims = claims;
  }

  /** Returns a builder; a key or a client must be set. */
  public static TokenVerifierBuilder builder() {
    return new TokenVerifierBuilder();
  }

  /**
   * Returns a verifier with the public key in the environment variable {@code CLERK_JWT_KEY}; if
   * that is not set, with the keys that a client with {@code CLERK_SECRET_KEY} fetches.
   *
   * @param authorizedParties origins such as {@code https://app.example.com}, see {@link
   *     TokenVerifierBuilder#authorizedParties}
   * @throws IllegalStateException if neither variable is set
   * @throws IllegalArgumentException if the value is no key
   */
  public static TokenVerifier fromEnv(String... authorizedParties) {
    return withKey(System.getenv("CLERK_JWT_KEY"), Arrays.asList(authorizedParties));
  }

  static TokenVerifier withKey(@Nullable String jwtKey, List<String> authorizedParties) {
    TokenVerifierBuilder builder = builder().authorizedParties(authorizedParties);
    return jwtKey == null || jwtKey.isBlank()
        ? builder.client(ClerkClient.fromEnv()).build()
        : builder.jwtKey(jwtKey).build();
  }

  /**
   * Returns the claims of a session token.
   *
   * @param token three parts in base64url, such as {@code eyJhbGci...}; without {@code Bearer}
   * @throws TokenVerificationException if the token is not good, or cannot be verified now; its
   *     reason says which, and its message what to do
   */
  public SessionClaims verify(String token) {
    try {
      return verify(CompactJws.parse(token));
    } catch (MalformedException e) {
      throw Refusals.malformed(e);
    }
  }

  SessionClaims verify(CompactJws jws) {
    return new SessionClaims(check.session(jws, claims));
  }

  JwtCheck check() {
    return check;
  }

  ClaimChecks claims() {
    return claims;
  }

  /** Says nothing of keys. */
  @Override
  public String toString() {
    return "TokenVerifier";
  }
}
