package dev.clerkbapi.errors;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.WireMockBapi;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each response to lockUser and the exception that it becomes; a call throws nothing else. */
class ResponsesTest {
  private static final String HTML = "<html><body>Bad gateway</body></html>";
  @RegisterExtension static final WireMockBapi BAPI = new WireMockBapi();

  /** An error response, and what is expected of its exception. */
  record ErrorResponse(
      String name,
      ResponseDefinitionBuilder response,
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

  static List<ErrorResponse> errorResponses() {
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
        other("502 HTML", 502, "text/html", HTML, ClerkApiException.Server.class, true),
        other("504 empty", 504, "text/html", "", ClerkApiException.Server.class, true),
        other("404 empty", 404, "application/json", "", ClerkApiException.NotFound.class, false),
        other("404 HTML", 404, "text/html", HTML, ClerkApiException.NotFound.class, false),
        other("404 array", 404, "application/json", "[1]", ClerkApiException.NotFound.class, false),
        other("404 null", 404, "application/json", "null", ClerkApiException.NotFound.class, false),
        other(
            "404 another shape",
            404,
            "application/json",
            "{\"errors\":{\"code\":\"x\"},\"error\":\"no\"}",
            ClerkApiException.NotFound.class,
            false),
        other(
            "404 errors of another shape",
            404,
            "application/json",
            "{\"errors\":[null,1,\"x\",[],{}]}",
            ClerkApiException.NotFound.class,
            false),
        other(
            "404 image",
            404,
            "image/png",
            "\u0000\u0001",
            ClerkApiException.NotFound.class,
            false));
  }

  private static ErrorResponse documented(int status, Class<?> type, boolean carriedOutMaybe) {
    ResponseDefinitionBuilder response =
        aResponse()
            .withStatus(status)
            .withHeader("Content-Type", "application/json; charset=utf-8")
            .withBody(Fixtures.error("some_code"));
    return new ErrorResponse(
        status + " with envelope",
        response,
        type,
        status,
        List.of("some_code"),
        Optional.of("trace_1"),
        carriedOutMaybe);
  }

  private static ErrorResponse other(
      String name, int status, String contentType, String body, Class<?> type, boolean maybe) {
    ResponseDefinitionBuilder response =
        aResponse()
            .withStatus(status)
            .withHeader("Content-Type", contentType)
            .withHeader("cf-ray", "ray_1")
            .withBody(body);
    return new ErrorResponse(name, response, type, status, List.of(), Optional.of("ray_1"), maybe);
  }

  @ParameterizedTest
  @MethodSource("errorResponses")
  void errorResponse_isItsTypeWithStatusCodesAndTrace(ErrorResponse expected) {
    Throwable thrown = lock(expected.response());

    assertThat(thrown).isExactlyInstanceOf(expected.type());
    ClerkApiException e = (ClerkApiException) thrown;
    assertThat(e.status()).isEqualTo(expected.status());
    assertThat(e.errors()).extracting(error -> error.code()).isEqualTo(expected.codes());
    assertThat(e.traceId()).isEqualTo(expected.traceId());
    assertThat(e.mayHaveBeenCarriedOut()).isEqualTo(expected.carriedOutMaybe());
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
  }

  @Test
  void rateLimited_tellsRetryAfter() {
    assertThat(((ClerkApiException.RateLimited) lock(aResponse().withStatus(429))).retryAfter())
        .isEmpty();
    BAPI.respond(aResponse().withStatus(429).withHeader("Retry-After", "90"));
    // A client of its own, because this response holds back its further calls.
    try (ClerkClient limited = Fixtures.client(BAPI.baseUrl()).build()) {
      Throwable thrown = catchThrowable(() -> limited.users().lockUser("user_123"));

      assertThat(((ClerkApiException.RateLimited) thrown).retryAfter())
          .contains(Duration.ofSeconds(90));
    }
  }

  @Test
  void redirectToAnotherHost_isNotFollowed() throws IOException {
    try (RawServer elsewhere = new RawServer(RawServer.user())) {
      for (int status : new int[] {300, 301, 302, 303, 307, 308}) {
        Throwable thrown =
            lock(aResponse().withStatus(status).withHeader("Location", elsewhere.baseUrl()));

        assertThat(thrown).isExactlyInstanceOf(ClerkApiException.Unexpected.class);
      }
      assertThat(elsewhere.connections()).isZero();
    }
  }

  /** A successful response whose body is not a user. */
  record Unreadable(String name, ResponseDefinitionBuilder response, int status, String rawBody) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Unreadable> unreadable() {
    String half = Fixtures.USER.substring(0, 200);
    return List.of(
        unreadable("200 HTML", 200, HTML),
        unreadable("200 empty", 200, ""),
        unreadable("200 cut JSON", 200, half),
        unreadable("200 null", 200, "null"),
        unreadable("200 array", 200, "[]"),
        unreadable("200 string", 200, "\"user\""),
        unreadable("200 two documents", 200, Fixtures.USER + "{}"),
        unreadable("200 member of another type", 200, "{\"id\":\"user_1\",\"locked\":\"yes\"}"),
        unreadable("200 list of another type", 200, "{\"email_addresses\":{\"id\":1}}"),
        unreadable("200 deep", 200, "{\"x\":" + "[".repeat(100_000)),
        unreadable("204", 204, ""),
        unreadable("205", 205, ""));
  }

  private static Unreadable unreadable(String name, int status, String body) {
    return new Unreadable(name, aResponse().withStatus(status).withBody(body), status, body);
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void unreadableSuccess_isDecodingFailureAndNotRepeated(Unreadable success) {
    Throwable thrown = lock(success.response());

    assertThat(thrown).isExactlyInstanceOf(ClerkDecodingException.class);
    ClerkDecodingException e = (ClerkDecodingException) thrown;
    assertThat(e.status()).isEqualTo(success.status());
    assertThat(success.rawBody()).startsWith(e.rawBody());
    assertThat(e.rawBody()).hasSize(Math.min(success.rawBody().length(), 64 * 1024));
    assertThat(e.mayHaveBeenCarriedOut()).isTrue();
    assertThat(BAPI.requests()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void brokenConnection_isTransportFailure(Fault fault) {
    Throwable thrown = lock(aResponse().withFault(fault));

    assertThat(thrown).isExactlyInstanceOf(ClerkTransportException.class);
    assertThat(((ClerkException) thrown).mayHaveBeenCarriedOut()).isTrue();
    assertThat(thrown.getSuppressed()).hasSize(2);
    assertThat(BAPI.requests()).hasSize(3);
  }

  static Fault[] faults() {
    return Fault.values();
  }

  private static Throwable lock(ResponseDefinitionBuilder response) {
    BAPI.respond(response);
    return catchThrowable(() -> BAPI.clerk().users().lockUser("user_123"));
  }
}
