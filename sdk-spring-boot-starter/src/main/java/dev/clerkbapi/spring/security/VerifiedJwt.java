package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.SessionClaims;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** A session token as Spring Security's resource server knows it, with the session beside it. */
final class VerifiedJwt extends Jwt {
  private static final long serialVersionUID = 1L;

  private final transient SessionClaims session;

  private VerifiedJwt(
      String token,
      @Nullable Instant issuedAt,
      Map<String, @Nullable Object> header,
      Map<String, @Nullable Object> claims,
      SessionClaims session) {
    super(token, issuedAt, session.expiresAt(), header, claims);
    this.session = session;
  }

  static VerifiedJwt of(String token, Map<String, @Nullable Object> header, SessionClaims session) {
    Instant issuedAt = session.issuedAt();
    Instant expiresAt = session.expiresAt();
    boolean ordered = issuedAt != null && expiresAt != null && expiresAt.isAfter(issuedAt);
    return new VerifiedJwt(
        token,
        ordered ? issuedAt : null, // Two clocks may disagree about it, and Jwt would throw.
        header,
        claims(session),
        session);
  }

  SessionClaims session() {
    return session;
  }

  /** The types that Spring Security's accessors expect. */
  private static Map<String, @Nullable Object> claims(SessionClaims session) {
    Map<String, @Nullable Object> claims = new LinkedHashMap<>(session.claims());
    for (String time : List.of("exp", "nbf", "iat")) {
      claims.computeIfPresent(time, (name, value) -> instant(value));
    }
    claims.computeIfPresent(
        "aud", (name, value) -> value instanceof String ? List.of(value) : value);
    return claims;
  }

  /** All were checked to be times; whatever else comes is left as it is. */
  private static Object instant(Object claim) {
    return claim instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()) : claim;
  }
}
