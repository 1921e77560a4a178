package dev.clerkbapi.samples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.samples.spring.app.Application;
import dev.clerkbapi.spring.testing.FakeBapiInitializer;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeFault;
import dev.clerkbapi.testing.FakeSessionToken;
import dev.clerkbapi.testing.TokenSigner;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The status and the reason of each row of the table in docs/authentication.md, over HTTP. */
class AuthenticationTableTest {
  private static final String ORIGIN = "http://localhost:5173";
  private static final String LIVE = "pk_live_Y2xlcmsuZXhhbXBsZS5jb20k";
  private static final String DEVELOPMENT = "pk_test_Y2xlcmsuZXhhbXBsZS5jb20k";

  /** One of a few bits, which anybody can break. */
  private static final String SHORT_KEY =
      """
      {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"ins_fakebapi","n":"AQAB","e":"AQAB"}]}
      """;

  private static final String REFUSED =
      """
      {"errors":[{"code":"clerk_key_invalid","message":"no"}]}
      """;

  private static ConfigurableApplicationContext application;

  @BeforeAll
  static void start() {
    application = start(Map.of());
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        row("good token", 200, "", bapi -> bearer(session(bapi).sign())),
        row("good cookie", 200, "", bapi -> cookies(session(bapi).sign(), uat(-600))),
        row("good API key", 200, "", AuthenticationTableTest::apiKey),
        row("nothing", 401, "session-token-and-uat-missing", bapi -> Map.of()),
        row(
            "expired",
            401,
            "session-token-expired-refresh-non-eligible-no-refresh-cookie",
            bapi -> bearer(session(bapi).expired().sign())),
        row(
            "expired cookie",
            401,
            "session-token-expired-refresh-non-eligible-no-refresh-cookie",
            bapi -> cookies(session(bapi).expired().sign(), uat(-6000))),
        row(
            "expired cookie that could be refreshed",
            401,
            "session-token-expired",
            bapi ->
                cookies(
                    session(bapi).expired().sign(), uat(-6000) + "; __refresh_" + suffix() + "=r")),
        row(
            "not valid yet",
            401,
            "session-token-nbf",
            bapi -> bearer(session(bapi).notYetValid().sign())),
        row(
            "issued in the future",
            401,
            "session-token-iat-in-the-future",
            bapi -> bearer(session(bapi).with("iat", now() + 600).sign())),
        row(
            "foreign origin",
            401,
            "token-invalid-authorized-parties",
            bapi -> bearer(session(bapi).authorizedParty("https://evil.example").sign())),
        row(
            "no origin",
            401,
            "token-invalid-authorized-parties",
            bapi -> bearer(session(bapi).without("azp").sign())),
        row("forged", 401, "token-invalid-signature", bapi -> bearer(forged(bapi))),
        row(
            "other instance",
            401,
            "jwk-kid-mismatch",
            bapi -> bearer(TokenSigner.create().session("user_1").authorizedParty(ORIGIN).sign())),
        row(
            "other algorithm",
            401,
            "token-invalid-algorithm",
            bapi -> bearer(session(bapi).withHeader("alg", "none").sign())),
        row("no token", 401, "token-invalid", bapi -> bearer("mist")),
        row(
            "without subject",
            401,
            "token-verification-failed",
            bapi -> bearer(session(bapi).without("sub").sign())),
        row(
            "of a machine",
            401,
            "token-type-mismatch",
            bapi -> bearer(bapi.tokens().m2m("mch_1").sign())),
        row("opaque of a machine", 401, "token-type-mismatch", bapi -> bearer("mt_1")),
        row("unknown API key", 401, "token-invalid", bapi -> bearer("ak_1")),
        row("pending", 401, "session-pending", bapi -> bearer(session(bapi).pending().sign())),
        row(
            "cookie without sign-in",
            401,
            "session-token-but-no-client-uat",
            bapi -> Map.of("Cookie", "__session=" + session(bapi).sign())),
        row(
            "sign-in without cookie",
            401,
            "client-uat-but-no-session-token",
            bapi -> Map.of("Cookie", uat(-600))),
        row(
            "cookie older than its sign-in",
            401,
            "session-token-iat-before-client-uat",
            bapi -> cookies(session(bapi).sign(), uat(600))),
        row("API down", 503, "unexpected-error", bapi -> failing(bapi, 503)),
        row("secret key refused", 500, "secret-key-invalid", bapi -> failing(bapi, 401)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void request_getsStatusAndReason(
      String name, int status, String reason, Function<FakeBapi, Map<String, String>> headers) {
    FakeBapi bapi = application.getBean(FakeBapi.class);
    bapi.reset();
    bapi.addUser("user_1");

    HttpResponse<String> response = http(application).get("/me", headers.apply(bapi));

    assertThat(reasonOf(response)).isEqualTo(reason);
    assertThat(response.statusCode()).isEqualTo(status);
  }

  @Test
  void signedInWithoutPermission_gets403() {
    FakeBapi bapi = application.getBean(FakeBapi.class);
    Map<String, String> headers = bearer(session(bapi).sign());

    assertThat(
            http(application).post("/admin/users/user_1/lock", headers, new byte[0]).statusCode())
        .isEqualTo(403);
  }

  @Test
  void cookieOfPost_isRefusedWithoutCsrfToken() {
    FakeBapi bapi = application.getBean(FakeBapi.class);
    Map<String, String> headers = cookies(session(bapi).sign(), uat(-600));

    assertThat(http(application).post("/me", headers, new byte[0]).statusCode()).isEqualTo(403);
  }

  static Stream<Arguments> keysThatDoNotCome() {
    return Stream.of(
        Arguments.of(503, "jwk-remote-failed-to-load", 500, "{\"errors\":[]}"),
        Arguments.of(503, "jwk-remote-invalid", 200, SHORT_KEY),
        Arguments.of(500, "secret-key-invalid", 401, REFUSED));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("keysThatDoNotCome")
  void tokenBeforeTheKeys_isNoFaultOfTheCaller(int status, String reason, int keys, String json) {
    try (ConfigurableApplicationContext fresh = start(Map.of("clerk.retry.max-attempts", "1"))) {
      FakeBapi bapi = fresh.getBean(FakeBapi.class);
      bapi.stub("GET", "/v1/jwks", keys, json);

      HttpResponse<String> response = http(fresh).get("/me", bearer(session(bapi).sign()));

      assertThat(reasonOf(response)).isEqualTo(reason);
      assertThat(response.statusCode()).isEqualTo(status);
    }
  }

  @Test
  void pageOfDevelopmentInstance_wouldBeRedirected() {
    try (ConfigurableApplicationContext fresh =
        start(Map.of("clerk.publishable-key", DEVELOPMENT))) {
      FakeBapi bapi = fresh.getBean(FakeBapi.class);
      String token = session(bapi).sign();

      HttpResponse<String> missing = http(fresh).get("/me", cookies(token, uat(-600)));
      HttpResponse<String> sync =
          http(fresh).get("/me?__clerk_db_jwt=dvb_1", cookies(token, uat(-600)));

      assertThat(reasonOf(missing)).isEqualTo("dev-browser-missing");
      assertThat(missing.statusCode()).isEqualTo(401);
      assertThat(reasonOf(sync)).isEqualTo("dev-browser-sync");
      assertThat(sync.statusCode()).isEqualTo(401);
    }
  }

  private static String reasonOf(HttpResponse<String> response) {
    return response.headers().firstValue("x-clerk-auth-reason").orElse("");
  }

  private static Arguments row(
      String name, int status, String reason, Function<FakeBapi, Map<String, String>> headers) {
    return Arguments.of(name, status, reason, headers);
  }

  private static FakeSessionToken session(FakeBapi bapi) {
    return bapi.tokens().session("user_1").authorizedParty(ORIGIN);
  }

  /** With another key under the same ID. */
  private static String forged(FakeBapi bapi) {
    return TokenSigner.create()
        .withKeyId("ins_fakebapi")
        .session("user_1")
        .authorizedParty(ORIGIN)
        .sign();
  }

  private static Map<String, String> apiKey(FakeBapi bapi) {
    try (ClerkClient clerk =
        ClerkClient.builder().secretKey(bapi.secretKey()).baseUrl(bapi.baseUrl()).build()) {
      return bearer(clerk.apiKeys().create(k -> k.name("reports").subject("user_1")).secret());
    }
  }

  private static Map<String, String> failing(FakeBapi bapi, int status) {
    Map<String, String> headers = apiKey(bapi);
    bapi.failNext(5, FakeFault.error(status, "fault"));
    return headers;
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  private static Map<String, String> cookies(String session, String others) {
    return Map.of("Cookie", "__session=" + session + "; " + others);
  }

  /** The cookie that says when the browser was last signed in. */
  private static String uat(long seconds) {
    return "__client_uat=" + (now() + seconds);
  }

  /** What the cookies of this instance end with: the start of a hash of its publishable key. */
  private static String suffix() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(LIVE.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().encodeToString(hash).substring(0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private static Http http(ConfigurableApplicationContext of) {
    return new Http(of.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
  }

  /** Keys come from the fake, not from a property, so that there are reasons for them. */
  private static ConfigurableApplicationContext start(Map<String, Object> properties) {
    Map<String, Object> all = new LinkedHashMap<>(properties);
    all.put("clerk.jwt-key", "");
    all.put("server.port", "0");
    return new SpringApplicationBuilder(Application.class)
        .initializers(
            new FakeBapiInitializer(),
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", all)))
        .run();
  }
}
