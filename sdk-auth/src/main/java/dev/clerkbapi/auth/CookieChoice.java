package dev.clerkbapi.auth;

import dev.clerkbapi.auth.internal.CompactJws;
import dev.clerkbapi.auth.internal.Cookies;
import dev.clerkbapi.auth.internal.PublishableKey;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of two families of cookies counts: the plain ones, or those with the suffix of the
 * instance, which exist because several instances may share a domain. What the tokens say is read
 * without being verified.
 */
final class CookieChoice {
  static final String SESSION = "__session";
  static final String CLIENT_UAT = "__client_uat";
  private static final String SIGNED_OUT = "0";

  private final Cookies cookies;
  private final PublishableKey key;
  private final Instant now;

  CookieChoice(Cookies cookies, PublishableKey key, Instant now) {
    this.cookies = cookies;
    this.key = key;
    this.now = now;
  }

  /** The rules in the order of Clerk's own code; the first that applies decides. */
  boolean isSuffixed() {
    String session = cookies.get(SESSION);
    String uat = cookies.get(CLIENT_UAT);
    String suffixedSession = cookies.get(SESSION + "_" + key.suffix());
    String suffixedUat = cookies.get(CLIENT_UAT + "_" + key.suffix());
    Map<String, @Nullable Object> plain = claims(session);
    Map<String, @Nullable Object> suffixed = claims(suffixedSession);
    boolean signedOut = SIGNED_OUT.equals(uat);
    boolean suffixedSignedOut = SIGNED_OUT.equals(suffixedUat);

    if (session != null && !hasIssuer(plain)) {
      return false;
    }
    if (session != null && !isIssuedHere(plain)) {
      return true;
    }
    if (suffixedUat == null && suffixedSession == null) {
      return false;
    }
    if (!suffixedSignedOut && !signedOut && issued(plain) > issued(suffixed)) {
      return false;
    }
    if (suffixedSignedOut && !signedOut) {
      return false;
    }
    if (key.isDevelopment() && !suffixedSignedOut && signedOut && isExpired(suffixed)) {
      return false;
    }
    return suffixedUat != null || suffixedSession == null;
  }

  private static Map<String, @Nullable Object> claims(@Nullable String token) {
    CompactJws jws = token == null ? null : TokenKind.jwsOrNull(token);
    return jws == null ? Map.of() : TokenKind.claims(jws);
  }

  private static boolean hasIssuer(Map<String, @Nullable Object> claims) {
    Object issuer = claims.get("iss");
    return issuer != null && !issuer.equals("");
  }

  private boolean isIssuedHere(Map<String, @Nullable Object> claims) {
    String issuer = String.valueOf(claims.get("iss"));
    return issuer.replaceFirst("(?i)^https?://", "").equals(key.frontendApi());
  }

  private static long issued(Map<String, @Nullable Object> claims) {
    Long seconds = UnixTime.secondsOrNull(claims.get("iat"));
    return seconds == null ? 0 : seconds;
  }

  private boolean isExpired(Map<String, @Nullable Object> claims) {
    Long seconds = UnixTime.secondsOrNull(claims.get("exp"));
    return seconds != null && seconds <= now.getEpochSecond();
  }
}
