package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.RawServer.Answer;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.model.User;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;

/** How often a request is sent, and after which waits; none of the waits is real. */
class RetriesTest {
  private static final Answer BUSY = RawServer.http("429 Too Many Requests", "", "Retry-After: 2");
  private static final Answer LIMITED = RawServer.http("429 Too Many Requests", "");
  private static final Answer DOWN = RawServer.http("503 Service Unavailable", "");
  private static final Answer DOWN_FOR =
      RawServer.http("503 Service Unavailable", "", "Retry-After: 3");
  private static final Answer FAILED = RawServer.http("500 Internal Server Error", "");

  private final FakeEnvironment environment = new FakeEnvironment();

  /** A call, and whether sending it twice does no harm. */
  record Kind(String name, boolean repeatable, Function<TestApi, Call<User>> call) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Kind> kinds() {
    return List.of(
        new Kind("GET", true, TestApi::get),
        new Kind("PUT", true, TestApi::put),
        new Kind("DELETE", true, TestApi::delete),
        new Kind("POST", false, TestApi::post),
        new Kind("PATCH", false, TestApi::patch),
        new Kind("idempotent POST", true, api -> api.repeatablePost("a")),
        new Kind("PUT that is not idempotent", false, TestApi::unrepeatablePut));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void tooManyRequests_isTriedAgainForEveryCall(Kind kind) throws IOException {
    try (RawServer server = new RawServer(LIMITED, LIMITED, RawServer.user())) {
      assertThat(call(server, kind).id()).isEqualTo("user_123");
      assertThat(server.requests()).hasSize(3);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void unavailableWithRetryAfter_isTriedAgainForEveryCall(Kind kind) throws IOException {
    try (RawServer server = new RawServer(DOWN_FOR, RawServer.user())) {
      assertThat(call(server, kind).id()).isEqualTo("user_123");
      assertThat(environment.sleeps()).containsExactly(Duration.ofSeconds(3));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void serverFailure_isTriedAgainIfRepeatable(Kind kind) throws IOException {
    for (Answer failure : List.of(FAILED, DOWN, RawServer.http("502 Bad Gateway", "<html>"))) {
      expectIfRepeatable(kind, failure, ClerkApiException.Server.class);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void lostAnswer_isTriedAgainIfRepeatable(Kind kind) throws IOException {
    Answer half = RawServer.cutOff("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"id\":");
    for (Answer failure : List.of(RawServer.reset(), RawServer.cutOff(""), half)) {
      expectIfRepeatable(kind, failure, ClerkTransportException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noConnection_isTriedAgainForEveryCall(Kind kind) throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    try (ClerkClient clerk =
        Fixtures.client("http://127.0.0.1:" + free + "/v1", environment).build()) {
      ClerkException e = failure(clerk, kind);

      assertThat(e).isExactlyInstanceOf(ClerkTransportException.class);
      assertThat(e.mayHaveBeenCarriedOut()).isFalse();
      assertThat(e.getSuppressed()).hasSize(2);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void refusal_isNotTriedAgain(Kind kind) throws IOException {
    for (int status : new int[] {302, 400, 401, 403, 404, 408, 409, 422, 423}) {
      try (RawServer server = new RawServer(RawServer.http(status + " No", ""), RawServer.user());
          ClerkClient clerk = client(server)) {
        assertThat(failure(clerk, kind)).isInstanceOf(ClerkApiException.class);
        assertThat(server.requests()).hasSize(1);
      }
    }
  }

  @Nested
  class Waits {
    @Test
    void backOff_doublesTo8Seconds() throws IOException {
      try (RawServer server = new RawServer(FAILED);
          ClerkClient clerk =
              Fixtures.client(server.baseUrl(), environment)
                  .timeout(Duration.ofMinutes(5))
                  .retryPolicy(RetryPolicy.defaults().withMaxAttempts(9))
                  .build()) {
        failure(clerk, kinds().get(0));

        assertThat(environment.sleeps())
            .extracting(Duration::toMillis)
            .containsExactly(250L, 500L, 1000L, 2000L, 4000L, 8000L, 8000L, 8000L);
        assertThat(server.requests()).hasSize(9);
      }
    }

    @Test
    void retryAfter_isObeyedInOneWait() throws IOException {
      try (RawServer server = new RawServer(BUSY, RawServer.user())) {
        call(server, kinds().get(0));

        assertThat(environment.sleeps()).containsExactly(Duration.ofMillis(2250));
      }
    }

    @Test
    void retryAfterAsDate_isObeyed() throws IOException {
      Answer busy = RawServer.http("429 No", "", "Retry-After: Sun, 01 Mar 2026 12:00:07 GMT");
      try (RawServer server = new RawServer(busy, RawServer.user())) {
        call(server, kinds().get(0));

        assertThat(environment.sleeps()).containsExactly(Duration.ofMillis(7250));
      }
    }

    @Test
    void retryAfterBeyondTimeLeft_endsAtOnce() throws IOException {
      expectAtOnce("30", Duration.ofSeconds(30));
    }

    @Test
    void retryAfterBeyondAMinute_endsAtOnce() throws IOException {
      expectAtOnce("61", Duration.ofHours(1));
    }

    @Test
    void absurdRetryAfter_endsAtOnce() throws IOException {
      expectAtOnce("99999999999999999999", Duration.ofDays(400));
    }

    private void expectAtOnce(String retryAfter, Duration timeout) throws IOException {
      Answer busy = RawServer.http("429 No", "", "Retry-After: " + retryAfter);
      try (RawServer server = new RawServer(busy);
          ClerkClient clerk =
              Fixtures.client(server.baseUrl(), environment).timeout(timeout).build()) {
        ClerkException e = failure(clerk, kinds().get(0));

        assertThat(e).isExactlyInstanceOf(ClerkApiException.RateLimited.class);
        assertThat(((ClerkApiException.RateLimited) e).retryAfter()).isPresent();
        assertThat(server.requests()).hasSize(1);
        assertThat(environment.sleeps()).isEmpty();
      }
    }

    @Test
    void timeUsedUpByWaits_endsWithLastFailure() throws IOException {
      try (RawServer server = new RawServer(BUSY);
          ClerkClient clerk =
              Fixtures.client(server.baseUrl(), environment)
                  .timeout(Duration.ofSeconds(5))
                  .retryPolicy(RetryPolicy.defaults().withMaxAttempts(100))
                  .build()) {
        ClerkException e = failure(clerk, kinds().get(0));

        assertThat(e).isExactlyInstanceOf(ClerkApiException.RateLimited.class);
        assertThat(environment.sleeps()).hasSize(2);
        assertThat(server.requests()).hasSize(3);
      }
    }
  }

  @Nested
  class History {
    @Test
    void refusalAfterLostAnswer_mayHaveBeenCarriedOut() throws IOException {
      try (RawServer server =
              new RawServer(RawServer.reset(), RawServer.http("404 Not Found", ""));
          ClerkClient clerk = client(server)) {
        ClerkException e =
            catchThrowableOfType(
                ClerkException.class, () -> clerk.call(clerk.api(TestApi.class).delete()));

        assertThat(e).isExactlyInstanceOf(ClerkApiException.NotFound.class);
        assertThat(e.mayHaveBeenCarriedOut()).isTrue();
        assertThat(e.getSuppressed()).hasSize(1);
      }
    }

    @Test
    void failures_areSuppressedInOrder() throws IOException {
      try (RawServer server = new RawServer(RawServer.reset(), FAILED, DOWN);
          ClerkClient clerk = client(server)) {
        ClerkException e = failure(clerk, kinds().get(0));

        assertThat(((ClerkApiException) e).status()).isEqualTo(503);
        assertThat(e.getSuppressed()).hasSize(2);
        assertThat(e.getSuppressed()[0]).isExactlyInstanceOf(ClerkTransportException.class);
        assertThat(((ClerkApiException) e.getSuppressed()[1]).status()).isEqualTo(500);
      }
    }
  }

  private void expectIfRepeatable(Kind kind, Answer failure, Class<?> type) throws IOException {
    try (RawServer server = new RawServer(failure, failure, RawServer.user());
        ClerkClient clerk = client(server)) {
      if (kind.repeatable()) {
        assertThat(clerk.call(kind.call().apply(clerk.api(TestApi.class))).id())
            .isEqualTo("user_123");
        assertThat(server.requests()).hasSize(3);
      } else {
        ClerkException e = failure(clerk, kind);
        assertThat(e).isExactlyInstanceOf(type);
        assertThat(e.mayHaveBeenCarriedOut()).isTrue();
        assertThat(server.requests()).hasSize(1);
      }
    }
  }

  private User call(RawServer server, Kind kind) {
    try (ClerkClient clerk = client(server)) {
      return clerk.call(kind.call().apply(clerk.api(TestApi.class)));
    }
  }

  private static ClerkException failure(ClerkClient clerk, Kind kind) {
    return catchThrowableOfType(
        ClerkException.class, () -> clerk.call(kind.call().apply(clerk.api(TestApi.class))));
  }

  private ClerkClient client(RawServer server) {
    return Fixtures.client(server.baseUrl(), environment).build();
  }
}
