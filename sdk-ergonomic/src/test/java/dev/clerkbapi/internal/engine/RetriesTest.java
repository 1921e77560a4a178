package dev.clerkbapi.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.RetryPolicy;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.RawServer.Response;
import dev.clerkbapi.fixtures.TestApi;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The waits between attempts, none of them real, and what remains of earlier attempts. */
class RetriesTest {
  private static final Response BUSY =
      RawServer.http("429 Too Many Requests", "", "Retry-After: 2");
  private static final Response DOWN = RawServer.http("503 Service Unavailable", "");
  private static final Response FAILED = RawServer.http("500 Internal Server Error", "");

  private final FakeEnvironment environment = new FakeEnvironment();

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
        failure(clerk);

        assertThat(environment.sleeps())
            .extracting(Duration::toMillis)
            .containsExactly(250L, 500L, 1000L, 2000L, 4000L, 8000L, 8000L, 8000L);
        assertThat(server.requests()).hasSize(9);
      }
    }

    private void assertOneWait(Response first, Duration wait) throws IOException {
      try (RawServer server = new RawServer(first, RawServer.user())) {
        get(server);

        assertThat(environment.sleeps()).containsExactly(wait);
      }
    }

    @Test
    void retryAfter_isObeyedInOneWait() throws IOException {
      assertOneWait(BUSY, Duration.ofMillis(2250));
    }

    @Test
    void retryAfterOf503_isObeyed() throws IOException {
      Response down = RawServer.http("503 Service Unavailable", "", "Retry-After: 3");
      assertOneWait(down, Duration.ofSeconds(3));
    }

    @Test
    void retryAfterAsDate_isObeyed() throws IOException {
      Response busy = RawServer.http("429 No", "", "Retry-After: Sun, 01 Mar 2026 12:00:07 GMT");
      assertOneWait(busy, Duration.ofMillis(7250));
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
      Response busy = RawServer.http("429 No", "", "Retry-After: " + retryAfter);
      try (RawServer server = new RawServer(busy);
          ClerkClient clerk =
              Fixtures.client(server.baseUrl(), environment).timeout(timeout).build()) {
        ClerkException e = failure(clerk);

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
        ClerkException e = failure(clerk);

        assertThat(e).isExactlyInstanceOf(ClerkApiException.RateLimited.class);
        assertThat(environment.sleeps()).hasSize(2);
        assertThat(server.requests()).hasSize(3);
      }
    }
  }

  @Nested
  class History {
    @Test
    void errorResponseAfterLostResponse_mayHaveBeenCarriedOut() throws IOException {
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
        ClerkException e = failure(clerk);

        assertThat(((ClerkApiException) e).status()).isEqualTo(503);
        assertThat(e.getSuppressed()).hasSize(2);
        assertThat(e.getSuppressed()[0]).isExactlyInstanceOf(ClerkTransportException.class);
        assertThat(((ClerkApiException) e.getSuppressed()[1]).status()).isEqualTo(500);
      }
    }
  }

  private void get(RawServer server) {
    try (ClerkClient clerk = client(server)) {
      assertThat(clerk.call(clerk.api(TestApi.class).get()).id()).isEqualTo("user_123");
    }
  }

  private static ClerkException failure(ClerkClient clerk) {
    return catchThrowableOfType(
        ClerkException.class, () -> clerk.call(clerk.api(TestApi.class).get()));
  }

  private ClerkClient client(RawServer server) {
    return Fixtures.client(server.baseUrl(), environment).build();
  }
}
