package dev.clerkbapi.auth;

import dev.clerkbapi.auth.internal.CompactJws;
import dev.clerkbapi.auth.internal.MalformedException;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order of the checks that every JWT goes through. The signature comes before the claims:
 * otherwise the reasons would tell a stranger how this verifier is configured.
 */
final class JwtCheck {
  private static final Set<String> SESSION_TYPES = Set.of("JWT");
  private static final Set<String> OAUTH_TYPES = Set.of("at+jwt", "application/at+jwt");

  private final KeySource keys;

  JwtCheck(KeySource keys) {
    this.keys = keys;
  }

  /** Returns whether a header says that the token is an OAuth access token (RFC 9068). */
  static boolean isOAuth(Map<String, @Nullable Object> header) {
    return header.get("typ") instanceof String type && OAUTH_TYPES.contains(type);
  }

  Map<String, @Nullable Object> session(CompactJws jws, ClaimChecks claims) {
    if (TokenClass.of(jws.header()) == TokenClass.MACHINE) {
      throw Refusals.invalid("the token is a machine's, not that of a session");
    }
    Map<String, @Nullable Object> signed = signed(jws, SESSION_TYPES, true);
    if (TokenKind.isMachine(signed)) {
      throw Refusals.invalid("the token's sub is a machine, which is no user and has no session");
    }
    return checked(signed, claims);
  }

  Map<String, @Nullable Object> machine(CompactJws jws, ClaimChecks claims) {
    if (!TokenClass.mayBeMachine(jws.header())) {
      throw Refusals.invalid("the token is of another class than a machine's");
    }
    return checked(signed(jws, SESSION_TYPES, true), claims);
  }

  Map<String, @Nullable Object> oauth(CompactJws jws, ClaimChecks claims) {
    return checked(signed(jws, OAUTH_TYPES, false), claims);
  }

  private Map<String, @Nullable Object> signed(
      CompactJws jws, Set<String> types, boolean mayLackType) {
    Object payload = payload(jws);
    RSAPublicKey key = keys.key(jws.header().get("kid"));
    type(jws.header(), types, mayLackType);
    signature(jws, key);
    return claims(payload);
  }

  private static Map<String, @Nullable Object> checked(
      Map<String, @Nullable Object> claims, ClaimChecks checks) {
    checks.check(claims);
    return claims;
  }

  private static Object payload(CompactJws jws) {
    if (jws.header().containsKey("crit")) { // RFC 7515 section 4.1.11.
      throw Refusals.invalid("the token's header has crit, and no extension is supported");
    }
    try {
      return jws.payload();
    } catch (MalformedException e) {
      throw Refusals.malformed(e);
    }
  }

  private static void type(
      Map<String, @Nullable Object> header, Set<String> types, boolean mayLackType) {
    boolean expected =
        header.containsKey("typ")
            ? header.get("typ") instanceof String type && types.contains(type)
            : mayLackType;
    if (!expected) {
      throw Refusals.invalid(
          "the token's typ is not " + String.join(" or ", types) + ", so it is of another kind");
    }
  }

  static void signature(CompactJws jws, RSAPublicKey key) {
    if (!"RS256".equals(jws.header().get("alg"))) {
      throw Refusals.algorithm();
    }
    if (!jws.isSignedBy(key)) {
      throw Refusals.signature();
    }
  }

  @SuppressWarnings("unchecked") // The keys of a parsed object are strings.
  private static Map<String, @Nullable Object> claims(Object payload) {
    if (payload instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    throw Refusals.failed("the token's payload is not a JSON object");
  }
}
