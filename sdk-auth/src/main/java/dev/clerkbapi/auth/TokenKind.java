package dev.clerkbapi.auth;

import dev.clerkbapi.auth.internal.CompactJws;
import dev.clerkbapi.auth.internal.MalformedException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a token seems to be, before anything of it is verified. The payload of a JWT is read for it
 * as well.
 */
final class TokenKind {
  private final TokenType type;
  private final @Nullable CompactJws jws;

  private TokenKind(TokenType type, @Nullable CompactJws jws) {
    this.type = type;
    this.jws = jws;
  }

  static TokenKind of(String token) {
    CompactJws jws = jwsOrNull(token);
    return new TokenKind(type(token, jws), jws);
  }

  TokenType type() {
    return type;
  }

  /** The token taken apart; null if it is no JWT. */
  @Nullable CompactJws jws() {
    return jws;
  }

  /**
   * Returns whether a token is the JWT of a machine or an OAuth application. Also if padding at its
   * end keeps it from being taken for one: it must not pass as a session then.
   */
  static boolean isMachineJwt(@Nullable CompactJws jws) {
    return jws != null && (isMachines(jws) || JwtCheck.isOAuth(jws.header()));
  }

  private static TokenType type(String token, @Nullable CompactJws jws) {
    CompactJws jwt = token.endsWith("=") || token.endsWith(".") ? null : jws;
    if (token.startsWith("mt_") || (jwt != null && isMachines(jwt))) {
      return TokenType.M2M_TOKEN;
    }
    if (token.startsWith("oat_") || (jwt != null && JwtCheck.isOAuth(jwt.header()))) {
      return TokenType.OAUTH_TOKEN;
    }
    return token.startsWith("ak_") ? TokenType.API_KEY : TokenType.SESSION_TOKEN;
  }

  private static boolean isMachines(CompactJws jws) {
    return isMachine(claims(jws));
  }

  /** Returns whether the subject of claims is a machine. */
  static boolean isMachine(Map<String, @Nullable Object> claims) {
    return claims.get("sub") instanceof String sub && sub.startsWith("mch_");
  }

  /** Returns the claims, which nobody has verified; empty if there are none. */
  @SuppressWarnings("unchecked") // The keys of a parsed object are strings.
  static Map<String, @Nullable Object> claims(CompactJws jws) {
    try {
      return jws.payload() instanceof Map<?, ?> map
          ? (Map<String, @Nullable Object>) map
          : Map.of();
    } catch (MalformedException e) {
      return Map.of();
    }
  }

  /** Returns a token whose header and payload are JSON, taken apart; null for any other. */
  static @Nullable CompactJws jwsOrNull(String token) {
    try {
      CompactJws jws = CompactJws.parse(token);
      var unused = jws.payload();
      return jws;
    } catch (MalformedException e) {
      return null;
    }
  }
}
