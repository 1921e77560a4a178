package dev.clerkbapi.spring.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.auth.SessionClaims;
import dev.clerkbapi.auth.TokenVerificationException;
import dev.clerkbapi.auth.TokenVerifier;
import dev.clerkbapi.auth.TokenVerifierBuilder;
import dev.clerkbapi.testing.FakeBapi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * The decoder accepts what the verifier accepts, on tokens whose outcomes were recorded. The folder
 * is named as for the tests of {@code sdk-auth}, which compare with the outcomes themselves.
 */
class DecoderVectorsTest {
  private static final String FOLDER =
      System.getProperty(
          "clerk.auth.vectors",
          Objects.requireNonNullElse(System.getenv("CLERK_AUTH_VECTORS"), ""));
  private static final Logger LOG = Logger.getLogger("dev.clerkbapi.auth");

  @BeforeAll
  static void quiet() {
    LOG.setLevel(Level.OFF); // A verifier without parties warns, and there are hundreds.
  }

  @AfterAll
  static void loud() {
    LOG.setLevel(null);
  }

  private static Map<String, Object> file(String name) throws Exception {
    Path file = Path.of(FOLDER, name + ".json");
    assumeTrue(!FOLDER.isBlank() && Files.isRegularFile(file), "no recorded outcomes");
    return JSONObjectUtils.parse(Files.readString(file));
  }

  @SuppressWarnings("unchecked") // The keys of a parsed object are strings.
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @Test
  void genVerify() throws Exception {
    Map<String, Object> file = file("gen-verify");
    try (FakeBapi bapi = FakeBapi.start();
        ClerkClient client =
            ClerkClient.builder().baseUrl(bapi.baseUrl()).secretKey(bapi.secretKey()).build()) {
      bapi.stub("GET", "/v1/jwks", 200, JSONObjectUtils.toJSONString(map(file.get("jwks"))));
      int accepted = 0;
      List<?> cases = (List<?>) file.get("cases");
      for (Object one : cases) {
        TokenVerifierBuilder builder = builder(map(one), (Number) file.get("now")).client(client);
        if (map(map(one).get("options")).get("jwtKey") instanceof String pem) {
          if (!usable(builder, pem)) {
            continue;
          }
        }
        accepted += compared(map(one), builder.build()) ? 1 : 0;
      }
      System.out.println("gen-verify: " + accepted + " of " + cases.size() + " accepted");
      assertThat(accepted).isBetween(50, cases.size() - 50);
    }
  }

  @Test
  void verifyJwt() throws Exception {
    List<?> cases = (List<?>) file("verify-jwt").get("cases");
    int accepted = 0;
    for (Object one : cases) {
      Object key = map(map(one).get("options")).get("key");
      TokenVerifierBuilder builder = builder(map(one), (Number) map(one).get("now"));
      if (usable(builder, key instanceof String pem ? pem : pem(map(key)))) {
        accepted += compared(map(one), builder.build()) ? 1 : 0;
      }
    }
    System.out.println("verify-jwt: " + accepted + " of " + cases.size() + " accepted");
    assertThat(accepted).isPositive().isLessThan(cases.size());
  }

  private static boolean usable(TokenVerifierBuilder builder, String pem) {
    try {
      builder.jwtKey(pem);
      return true;
    } catch (IllegalArgumentException e) {
      return false; // Nothing to decode with.
    }
  }

  private static String pem(Map<String, Object> jwk) throws Exception {
    byte[] der = RSAKey.parse(jwk).toRSAPublicKey().getEncoded();
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(der)
        + "\n-----END PUBLIC KEY-----";
  }

  private static TokenVerifierBuilder builder(Map<String, Object> one, Number now) {
    Map<String, Object> options = map(one.get("options"));
    TokenVerifierBuilder builder =
        TokenVerifier.builder()
            .clock(Clock.fixed(Instant.ofEpochMilli(now.longValue()), ZoneOffset.UTC))
            .audience(texts(options.get("audience")))
            .authorizedParties(texts(options.get("authorizedParties")));
    if (options.get("clockSkewInMs") instanceof Number skew) {
      builder.clockSkew(Duration.ofMillis(skew.longValue()));
    }
    return builder;
  }

  private static String[] texts(Object value) {
    Collection<?> all =
        value instanceof Collection<?> several
            ? several
            : value == null ? List.of() : List.of(value);
    return all.stream()
        .filter(one -> one instanceof String text && !text.isBlank())
        .toArray(String[]::new);
  }

  /** Returns whether both accept it; fails if one alone does. */
  private static boolean compared(Map<String, Object> one, TokenVerifier verifier) {
    String token = (String) one.get("token");
    ClerkJwtDecoder decoder = new ClerkJwtDecoder(verifier);
    SessionClaims session;
    try {
      session = verifier.verify(token);
    } catch (TokenVerificationException e) {
      refused(one, decoder, token, e);
      return false;
    }
    Jwt jwt = decoder.decode(token);
    assertThat(jwt.getSubject()).as("%s", one.get("id")).isEqualTo(session.userId());
    assertThat(jwt.getClaims().keySet()).isEqualTo(session.claims().keySet());
    assertThat(jwt.getClaimAsInstant("exp")).isEqualTo(session.expiresAt());
    assertThat(jwt.getHeaders()).containsEntry("alg", "RS256");
    assertThat(ClerkJwtDecoder.authentication(jwt).getName()).isEqualTo(session.userId());
    return true;
  }

  private static void refused(
      Map<String, Object> one,
      ClerkJwtDecoder decoder,
      String token,
      TokenVerificationException expected) {
    try {
      decoder.decode(token);
      throw new AssertionError("accepted: " + one.get("id"));
    } catch (JwtException e) {
      assertThat(e).as("%s", one.get("id")).hasMessage(expected.reason().value());
      assertThat(e instanceof BadJwtException)
          .as("%s", one.get("id"))
          .isEqualTo(expected.reason().fate().status() == 401);
    }
  }
}
