package dev.clerkbapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.auth.fixtures.ApiServer;
import dev.clerkbapi.auth.fixtures.Tally;
import dev.clerkbapi.auth.fixtures.Vectors;
import dev.clerkbapi.auth.internal.CompactJws;
import dev.clerkbapi.auth.internal.MalformedException;
import dev.clerkbapi.auth.internal.RsaKeys;
import dev.clerkbapi.model.Jwks;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Compares with recorded outcomes about single tokens. */
class VerifyVectorsTest {
  private static final String OK = "ok";
  private static final String CONFIGURATION = "configuration";

  @Test
  void genVerify() {
    Vectors vectors = Vectors.of("gen-verify");
    Tally tally = new Tally("gen-verify");
    long now = (Long) vectors.get("now");
    try (ApiServer server = new ApiServer().keySet(Vectors.json(vectors.get("jwks")));
        ClerkClient client = server.client("sk_test_x").build()) {
      for (Map<String, Object> one : vectors.cases()) {
        Map<String, Object> options = Vectors.map(one.get("options"));
        boolean noKey = options.containsKey("secretKey") && options.get("secretKey") == null;
        String actual = outcome(one, noKey ? null : client, now);
        Map<String, Object> wanted = vectors.wanted(one.get("id"));
        if (wanted == null) {
          tally.same(one.get("id"), expected(one), actual);
        } else if (wanted.containsKey("either")) {
          tally.differs(one.get("id"), "token-invalid", actual);
        } else {
          tally.differs(one.get("id"), recorded(wanted), actual);
        }
      }
    }
    tally.end(646);
  }

  @Test
  void verifyToken() {
    Vectors vectors = Vectors.of("verify-token");
    Tally tally = new Tally("verify-token");
    for (Map<String, Object> one : vectors.cases()) {
      Map<String, Object> jwks = Vectors.map(one.get("jwks"));
      try (ApiServer server =
              new ApiServer()
                  .respond(
                      ApiServer.KEYS,
                      ((Long) jwks.get("status")).intValue(),
                      (String) jwks.get("body"));
          ClerkClient client = server.client("sk_test_x").build()) {
        tally.same(one.get("id"), expected(one), outcome(one, client, (Long) one.get("now")));
      }
    }
    tally.end(vectors.cases().size());
  }

  private static String outcome(Map<String, Object> one, ClerkClient client, long now) {
    Map<String, Object> options = Vectors.map(one.get("options"));
    TokenVerifier verifier;
    try {
      verifier = verifier(options, client, now);
    } catch (IllegalArgumentException | IllegalStateException e) {
      return CONFIGURATION;
    }
    try {
      SessionClaims session = verifier.verify((String) one.get("token"));
      Object claims = Vectors.map(one.get("expect")).get(OK);
      if (claims instanceof Map<?, ?>) {
        assertThat(session.claims()).isEqualTo(claims);
      }
      return OK;
    } catch (TokenVerificationException e) {
      return e.reason().value();
    }
  }

  private static TokenVerifier verifier(Map<String, Object> options, ClerkClient client, long now) {
    TokenVerifierBuilder builder = TokenVerifier.builder().clock(clock(now));
    if (options.get("jwtKey") instanceof String pem) {
      builder.jwtKey(pem);
    }
    if (client != null) {
      builder.client(client);
    }
    if (options.get("authorizedParties") instanceof List<?> parties) {
      builder.authorizedParties(Vectors.texts(parties));
    }
    builder.audience(usable(options.get("audience")));
    if (options.get("clockSkewInMs") instanceof Long skew) {
      builder.clockSkew(Duration.ofMillis(skew));
    }
    return builder.buildQuietly();
  }

  /** JavaScript takes what is no text, and an empty one, for no audience. */
  private static String[] usable(Object audience) {
    Collection<?> all =
        audience instanceof Collection<?> several
            ? several
            : audience == null ? List.of() : List.of(audience);
    return all.stream()
        .filter(one -> one instanceof String text && !text.isBlank())
        .toArray(String[]::new);
  }

  @Test
  void verifyJwt() throws Exception {
    Vectors vectors = Vectors.of("verify-jwt");
    Tally tally = new Tally("verify-jwt");
    for (Map<String, Object> one : vectors.cases()) {
      tally.same(one.get("id"), expected(one), jwtOutcome(one));
    }
    tally.end(vectors.cases().size());
  }

  private static String jwtOutcome(Map<String, Object> one) {
    Map<String, Object> options = Vectors.map(one.get("options"));
    RSAPublicKey key = key(options.get("key"));
    JwtCheck check = new JwtCheck(kid -> key);
    ClaimChecks claims = claimChecks(options, (Long) one.get("now"));
    boolean oauth = String.valueOf(options.get("headerType")).contains("at+jwt");
    try {
      CompactJws jws = CompactJws.parse((String) one.get("token"));
      Map<String, Object> actual =
          oauth
              ? check.oauth(jws, claims)
              : TokenKind.isMachineJwt(jws)
                  ? check.machine(jws, claims)
                  : check.session(jws, claims);
      assertThat(actual).isEqualTo(Vectors.map(one.get("expect")).get(OK));
      return OK;
    } catch (TokenVerificationException e) {
      return e.reason().value();
    } catch (MalformedException e) {
      return "token-invalid";
    }
  }

  private static ClaimChecks claimChecks(Map<String, Object> options, long now) {
    List<String> parties =
        options.get("authorizedParties") instanceof List<?> list ? Vectors.texts(list) : List.of();
    long skew = options.get("clockSkewInMs") instanceof Long given ? given : 5000;
    return new ClaimChecks(
        java.util.Set.copyOf(parties),
        java.util.Set.of(usable(options.get("audience"))),
        Duration.ofMillis(skew),
        clock(now));
  }

  /** A key as JWK or PEM. */
  private static RSAPublicKey key(Object key) {
    return key instanceof String pem
        ? RsaKeys.ofPem(pem)
        : RsaKeys.of((String) Vectors.map(key).get("n"), (String) Vectors.map(key).get("e"));
  }

  @Test
  void signatures() throws Exception {
    Vectors vectors = Vectors.of("signatures");
    Tally tally = new Tally("signatures");
    for (Map<String, Object> one : vectors.cases()) {
      CompactJws jws = CompactJws.parse((String) one.get("jwt"));
      boolean actual = jws.isSignedBy(key(one.get("key")));
      tally.same(one.get("id"), Vectors.map(one.get("expect")).get(OK), actual);
    }
    tally.end(vectors.cases().size());
  }

  @Test
  void decodeJwt() {
    Vectors vectors = Vectors.of("decode-jwt");
    Tally tally = new Tally("decode-jwt");
    for (Map<String, Object> one : vectors.cases()) {
      Map<String, Object> expect = Vectors.map(one.get("expect"));
      if (expect.get(OK) instanceof Map<?, ?> ok) {
        tally.same(one.get("id"), List.of(ok.get("header"), ok.get("payload")), decoded(one));
      } else {
        tally.same(one.get("id"), List.of(expect.get("error")), decoded(one));
      }
    }
    tally.end(vectors.cases().size());
  }

  private static List<Object> decoded(Map<String, Object> one) {
    try {
      CompactJws jws = CompactJws.parse((String) one.get("token"));
      return List.of(jws.header(), jws.payload());
    } catch (MalformedException e) {
      return List.of("token-invalid");
    }
  }

  @Test
  void claimChecks() {
    Vectors vectors = Vectors.of("claim-checks");
    Tally tally = new Tally("claim-checks");
    for (Map<String, Object> one : vectors.cases()) {
      claimCheck(one, tally);
    }
    tally.end(vectors.cases().size());
  }

  private static void claimCheck(Map<String, Object> one, Tally tally) {
    String check = (String) one.get("check");
    List<Object> args = Vectors.list(one.get("args"));
    Object first = args.isEmpty() ? null : given(args.get(0));
    Object second = args.size() < 2 ? null : given(args.get(1));
    Map<String, Object> claims =
        new LinkedHashMap<>(Map.of("sub", "user_1", "exp", 4_000_000_000L));
    Map<String, Object> options = new LinkedHashMap<>();
    Object required = null;
    switch (check) {
      case "AudienceClaim" -> {
        put(claims, "aud", first);
        put(options, "audience", second);
        boolean named = usable(first).length > 0;
        required = usable(second).length > 0 && !named ? "token-verification-failed" : null;
      }
      case "AuthorizedPartiesClaim" -> {
        put(claims, "azp", first);
        put(options, "authorizedParties", second);
      }
      case "SubClaim" -> {
        claims.remove("sub");
        put(claims, "sub", first);
        required = "".equals(first) ? "token-verification-failed" : null;
      }
      case "ExpirationClaim", "ActivationClaim", "IssuedAtClaim" -> {
        String name = check.startsWith("E") ? "exp" : check.startsWith("A") ? "nbf" : "iat";
        put(claims, name, first);
        put(options, "clockSkewInMs", second);
      }
      default -> { // The header: checked with whole tokens in gen-verify and verify-jwt.
        tally.notApplicable();
        return;
      }
    }
    String actual = outcome(claims, claimChecks(options, (Long) one.get("now")));
    if (required == null) {
      tally.same(one.get("id"), expected(one), actual);
    } else {
      tally.differs(one.get("id"), required, actual);
    }
  }

  private static String outcome(Map<String, Object> claims, ClaimChecks checks) {
    try {
      checks.check(claims);
      return OK;
    } catch (TokenVerificationException e) {
      return e.reason().value();
    }
  }

  private static void put(Map<String, Object> to, String name, Object value) {
    if (value != null) {
      to.put(name, value);
    }
  }

  private static Object given(Object value) {
    return value instanceof Map<?, ?> map && map.containsKey("$undefined") ? null : value;
  }

  @Test
  void pem() {
    Vectors vectors = Vectors.of("pem");
    Tally tally = new Tally("pem");
    for (Map<String, Object> one : vectors.cases()) {
      if ("pem-007".equals(one.get("id"))) { // No DER: a length in it is wrong. Upstream cuts text.
        tally.differs(
            one.get("id"), CONFIGURATION, modulusOrConfiguration((String) one.get("pem")));
      } else if (one.get("pem") instanceof String pem) {
        Map<String, Object> jwk = Vectors.map(Vectors.map(one.get("expect")).get(OK));
        tally.same(one.get("id"), jwk.get("n"), modulus(RsaKeys.ofPem(pem)));
      } else { // Java's compiler refuses null.
        tally.notApplicable();
      }
    }
    tally.end(vectors.cases().size());
  }

  private static String modulusOrConfiguration(String pem) {
    try {
      return modulus(RsaKeys.ofPem(pem));
    } catch (IllegalArgumentException e) {
      return CONFIGURATION;
    }
  }

  private static String modulus(RSAPublicKey key) {
    byte[] bytes = key.getModulus().toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
  }

  @Test
  void wycheproof() {
    Vectors vectors = Vectors.of("wycheproof-rsa");
    Tally tally = new Tally("wycheproof-rsa");
    for (Map<String, Object> one : vectors.cases()) {
      boolean wanted = "RS256".equals(one.get("alg")) && Boolean.TRUE.equals(one.get("valid"));
      boolean actual = isGood(one);
      if ("jws_rsa_roca_key".equals(one.get("group"))) {
        tally.differs(one.get("id"), true, actual); // A weak key, which only its maker can avoid.
      } else {
        tally.same(one.get("id"), wanted, actual);
      }
    }
    tally.end(324);
  }

  private static boolean isGood(Map<String, Object> one) {
    String keys = Vectors.json(Map.of("keys", one.get("keys")));
    try {
      CompactJws jws = CompactJws.parse((String) one.get("jws"));
      Object kid = jws.header().get("kid");
      RSAPublicKey key =
          kid instanceof String name ? PublicKeys.of(Jwks.fromJson(keys)).get(name) : null;
      if (key == null || jws.header().containsKey("crit")) {
        return false;
      }
      JwtCheck.signature(jws, key);
      return true;
    } catch (MalformedException | TokenVerificationException e) {
      return false;
    }
  }

  private static String expected(Map<String, Object> one) {
    return recorded(Vectors.map(one.get("expect")));
  }

  private static String recorded(Map<String, Object> expect) {
    for (String kind : List.of("error", "throws")) {
      if (expect.get(kind) instanceof String reason) {
        return reason;
      }
    }
    return expect.containsKey(CONFIGURATION) ? CONFIGURATION : OK;
  }

  static Clock clock(long millis) {
    return Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }
}
