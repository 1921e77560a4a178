package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.AuthReason;
import dev.clerkbapi.auth.SessionClaims;
import dev.clerkbapi.auth.TokenVerificationException;
import dev.clerkbapi.auth.TokenVerifier;
import dev.clerkbapi.auth.internal.CompactJws;
import dev.clerkbapi.auth.internal.MalformedException;
import java.util.Objects;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Decodes session tokens for a resource server of Spring Security, and accepts those that {@link
 * TokenVerifier} accepts: it knows authorized parties, and refuses tokens of machines, which a
 * decoder with the instance's key set would take for a user's. A resource server reads no cookies
 * and no opaque tokens; {@link ClerkSecurity#requests()} does.
 *
 * <pre>{@code
 * http.oauth2ResourceServer(
 *     server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(ClerkJwtDecoder::authentication)));
 * }</pre>
 *
 * <p>With the property {@code clerk.jwt-decoder=true} it is a bean. Thread-safe.
 */
public final class ClerkJwtDecoder implements JwtDecoder {
  private final TokenVerifier verifier;

  /**
   * Decodes what a verifier accepts.
   *
   * @param verifier see {@link TokenVerifier#builder()}
   */
  public ClerkJwtDecoder(TokenVerifier verifier) {
    this.verifier = Objects.requireNonNull(verifier, "verifier");
  }

  /**
   * Returns the token, verified.
   *
   * @param token without {@code Bearer}
   * @throws BadJwtException if the token is not good: the resource server responds with 401. The
   *     message is the reason, such as {@code token-expired}; the cause has the details
   * @throws JwtException if it cannot be verified now: the resource server responds with 500
   */
  @Override
  public Jwt decode(String token) {
    try {
      return VerifiedJwt.of(token, CompactJws.parse(token).header(), verifier.verify(token));
    } catch (TokenVerificationException e) {
      throw refusal(e);
    } catch (MalformedException e) {
      throw new BadJwtException(AuthReason.TOKEN_INVALID.value(), e);
    }
  }

  /** Its message is sent to the caller. */
  private static JwtException refusal(TokenVerificationException e) {
    String reason = e.reason().value();
    return e.reason().fate() == AuthReason.Fate.CALLER
        ? new BadJwtException(reason, e)
        : new JwtException(reason, e);
  }

  /**
   * Returns the authentication of a token that this class decoded, with which {@link ClerkUser},
   * {@link ClerkSecurity#has(String)} and the authorities are as with {@link
   * ClerkSecurity#requests()}.
   *
   * @param jwt what {@link #decode} returned
   * @throws IllegalArgumentException if another decoder made it
   */
  public static AbstractAuthenticationToken authentication(Jwt jwt) {
    if (jwt instanceof VerifiedJwt verified) {
      SessionClaims session = verified.session();
      return ClerkAuthentication.ofHeader(session, jwt.getTokenValue());
    }
    throw new IllegalArgumentException("the token was not decoded by a ClerkJwtDecoder");
  }
}
