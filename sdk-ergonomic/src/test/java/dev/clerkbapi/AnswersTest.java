package dev.clerkbapi;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkDecodingException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.errors.ClerkTransportException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each answer that a caller of lockUser can meet, and what it becomes; nothing else ever escapes.
 */
class AnswersTest {
  private static final String HTML = "<html><body>Bad gateway</body></html>";
  private static final WireMockServer BAPI = new WireMockServer(wireMockConfig().dynamicPort());
  private static ClerkClient clerk;

  @BeforeAll
  static void start() {
    BAPI.start();
    clerk = Fixtures.client(BAPI.baseUrl() + "/v1").build();
  }

  @AfterAll
  static void stop() {
    clerk.close();
    BAPI.stop();
  }

  @BeforeEach
  void reset() {
    BAPI.resetAll();
  }

  /** An answer of failure, and what is expected of its exception. */
  record Refusal(
      String name,
      ResponseDefinitionBuilder answer,
      Class<?> type,
      int status,
      List<String> codes,
      Optional<String> traceId,
      boolean carriedOutMaybe) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Refusal> refusals() {
    return List.of(
        documented(400, ClerkApiException.BadRequest.class, false),
        documented(401, ClerkApiException.Unauthenticated.class, false),
        documented(402, ClerkApiException.PaymentRequired.class, false),
        documented(403, ClerkApiException.PermissionDenied.class, false),
        documented(404, ClerkApiException.NotFound.class, false),
        documented(407, ClerkApiException.Unexpected.class, false),
        documented(408, ClerkApiException.Unexpected.class, false),
        documented(409, ClerkApiException.Conflict.class, false),
        documented(413, ClerkApiException.PayloadTooLarge.class, false),
        documented(421, ClerkApiException.Unexpected.class, false),
        documented(422, ClerkApiException.Unprocessable.class, false),
        documented(423, ClerkApiException.Unexpected.class, false),
        documented(429, ClerkApiException.RateLimited.class, false),
        documented(500, ClerkApiException.Server.class, true),
        documented(503, ClerkApiException.Server.class, true),
        documented(302, ClerkApiException.Unexpected.class, true),
        documented(599, ClerkApiException.Server.class, true),
        documented(600, ClerkApiException.Unexpected.class, true),
        refusal("502 HTML", 502, "text/html", HTML, ClerkApiException.Server.class, true),
        refusal("504 empty", 504, "text/html", "", ClerkApiException.Server.class, true),
        refusal("404 empty", 404, "application/json", "", ClerkApiException.NotFound.class, false),
        refusal("404 HTML", 404, "text/html", HTML, ClerkApiException.NotFound.class, false),
        refusal(
            "404 array", 404, "application/json", "[1]", ClerkApiException.NotFound.class, false),
        refusal(
            "404 null", 404, "application/json", "null", ClerkApiException.NotFound.class, false),
        refusal(
            "404 another shape",
            404,
            "application/json",
            "{\"errors\":{\"code\":\"x\"},\"error\":\"no\"}",
            ClerkApiException.NotFound.class,
            false),
        refusal(
            "404 errors of another shape",
            404,
            "application/json",
            "{\"errors\":[null,1,\"x\",[],{}]}",
            ClerkApiException.NotFound.class,
            false),
        refusal(
            "404 image",
            404,
            "image/png",
            "\u0000\u0001",
            ClerkApiException.NotFound.class,
            false));
  }

  private static Refusal documented(int status, Class<?> type, boolean carriedOutMaybe) {
    ResponseDefinitionBuilder answer =
        aResponse()
            .withStatus(status)
            .withHeader("Content-Type", "application/json; charset=utf-8")
            .withBody(Fixtures.error("some_code"));
    return new Refusal(
        status + " with envelope",
        answer,
        type,
        status,
        List.of("some_code"),
        Optional.of("trace_1"),
        carriedOutMaybe);
  }

  private static Refusal refusal(
      String name, int status, String contentType, String body, Class<?> type, boolean maybe) {
    ResponseDefinitionBuilder answer =
        aResponse()
            .withStatus(status)
            .withHeader("Content-Type", contentType)
            .withHeader("cf-ray", "ray_1")
            .withBody(body);
    return new Refusal(name, answer, type, status, List.of(), Optional.of("ray_1"), maybe);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusal_isItsTypeWithStatusCodesAndTrace(Refusal refusal) {
    Throwable thrown = lock(refusal.answer());

    assertThat(thrown).isExactlyInstanceOf(refusal.type());
    ClerkApiException e = (ClerkApiException) thrown;
    assertThat(e.status()).isEqualTo(refusal.status());
    assertThat(e.errors()).extracting(error -> error.code()).isEqualTo(refusal.codes());
    assertThat(e.traceId()).isEqualTo(refusal.traceId());
    assertThat(e.mayHaveBeenCarriedOut()).isEqualTo(refusal.carriedOutMaybe());
    assertThat(e.method()).isEqualTo("POST");
    assertThat(e.path()).isEqualTo("/users/{user_id}/lock");
  }

  @Test
  void envelope_isReadWhole() {
    ClerkApiException e =
        (ClerkApiException)
            lock(aResponse().withStatus(422).withBody(Fixtures.error("form_param_invalid")));

    assertThat(e.hasCode("form_param_invalid")).isTrue();
    assertThat(e.hasCode("other")).isFalse();
    assertThat(e.errors().get(0).message()).isEqualTo("Short");
    assertThat(e.errors().get(0).longMessage()).isEqualTo("A longer sentence.");
    assertThat(e.errors().get(0).meta()).containsEntry("param_name", "user_id");
    assertThat(e)
        .hasMessage(
            "422 form_param_invalid: A longer sentence. (POST /users/{user_id}/lock, trace trace_1)");
  }

  @Test
  void rateLimited_tellsRetryAfter() {
    ResponseDefinitionBuilder answer = aResponse().withStatus(429);

    assertThat(((ClerkApiException.RateLimited) lock(answer)).retryAfter()).isEmpty();
    BAPI.stubFor(any(anyUrl()).willReturn(answer.withHeader("Retry-After", "90")));
    // A client of its own, for this answer holds back its further calls.
    try (ClerkClient limited = Fixtures.client(BAPI.baseUrl() + "/v1").build()) {
      Throwable thrown = catchThrowable(() -> limited.users().lockUser("user_123"));

      assertThat(((ClerkApiException.RateLimited) thrown).retryAfter())
          .contains(Duration.ofSeconds(90));
    }
  }

  @Test
  void redirectToAnotherHost_isNotFollowed() {
    WireMockServer elsewhere = new WireMockServer(wireMockConfig().dynamicPort());
    elsewhere.start();
    try {
      elsewhere.stubFor(any(anyUrl()).willReturn(aResponse().withBody(Fixtures.USER)));
      for (int status : new int[] {300, 301, 302, 303, 307, 308}) {
        Throwable thrown =
            lock(aResponse().withStatus(status).withHeader("Location", elsewhere.baseUrl() + "/"));

        assertThat(thrown).isExactlyInstanceOf(ClerkApiException.Unexpected.class);
      }
      assertThat(elsewhere.getAllServeEvents()).isEmpty();
    } finally {
      elsewhere.stop();
    }
  }

  /** An answer of success that is none. */
  record Riddle(String name, ResponseDefinitionBuilder answer, int status, String rawBody) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Riddle> riddles() {
    String half = Fixtures.USER.substring(0, 200);
    return List.of(
        riddle("200 HTML", 200, HTML),
        riddle("200 empty", 200, ""),
        riddle("200 cut JSON", 200, half),
        riddle("200 null", 200, "null"),
        riddle("200 array", 200, "[]"),
        riddle("200 string", 200, "\"user\""),
        riddle("200 two documents", 200, Fixtures.USER + "{}"),
        riddle("200 member of another type", 200, "{\"id\":\"user_1\",\"locked\":\"yes\"}"),
        riddle("200 list of another type", 200, "{\"email_addresses\":{\"id\":1}}"),
        riddle("200 deep", 200, "{\"x\":" + "[".repeat(100_000)),
        riddle("204", 204, ""),
        riddle("205", 205, ""));
  }

  private static Riddle riddle(String name, int status, String body) {
    return new Riddle(name, aResponse().withStatus(status).withBody(body), status, body);
  }

  @ParameterizedTest
  @MethodSource("riddles")
  void unreadableSuccess_isDecodingFailureAndNotRepeated(Riddle riddle) {
    Throwable thrown = lock(riddle.answer());

    assertThat(thrown).isExactlyInstanceOf(ClerkDecodingException.class);
    ClerkDecodingException e = (ClerkDecodingException) thrown;
    assertThat(e.status()).isEqualTo(riddle.status());
    assertThat(riddle.rawBody()).startsWith(e.rawBody());
    assertThat(e.rawBody()).hasSize(Math.min(riddle.rawBody().length(), 64 * 1024));
    assertThat(e.mayHaveBeenCarriedOut()).isTrue();
    assertThat(BAPI.getAllServeEvents()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void brokenConnection_isTransportFailure(Fault fault) {
    Throwable thrown = lock(aResponse().withFault(fault));

    assertThat(thrown).isExactlyInstanceOf(ClerkTransportException.class);
    assertThat(((ClerkException) thrown).mayHaveBeenCarriedOut()).isTrue();
    assertThat(thrown.getSuppressed()).hasSize(2);
    assertThat(BAPI.getAllServeEvents()).hasSize(3);
  }

  static Fault[] faults() {
    return Fault.values();
  }

  private static Throwable lock(ResponseDefinitionBuilder answer) {
    BAPI.resetAll();
    BAPI.stubFor(any(anyUrl()).willReturn(answer));
    return catchThrowable(() -> clerk.users().lockUser("user_123"));
  }
}
