package dev.clerkbapi.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.RetryPolicy;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkDecodingException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.internal.support.Environment;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failed calls give their connections back: to the pool, or to the system. */
class LeaksTest {
  private static final int CALLS = 500;

  /** A timeout would close a connection that was leaked, and hide it. */
  private static final Duration NEVER_REACHED = Duration.ofHours(1);

  private static final int MILLISECONDS_AT_MOST = 30_000;

  /** Some leave a connection that can be used again, some do not. */
  private static final RawServer.Response[] FAILURES = {
    RawServer.http("404 Not Found", Fixtures.error("resource_not_found")),
    RawServer.http("200 OK", "<html></html>"),
    RawServer.http("500 Internal Server Error", "oops"),
    RawServer.http("503 Service Unavailable", "", "Retry-After: 1"),
    RawServer.cutOff("HTTP/1.1 500 No\r\nContent-Length: 500\r\n\r\n{\"errors\":"),
    RawServer.http("200 OK", "{\"locked\":\"yes\"}"),
    RawServer.cutOff("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"id\":"),
    RawServer.reset(),
    RawServer.http("200 OK", ""),
    RawServer.cutOff("not HTTP at all\r\n")
  };

  private final OkHttpClient http = new OkHttpClient();
  private final ConnectionPool pool = http.connectionPool();

  @AfterEach
  void evict() {
    pool.evictAll();
    http.dispatcher().executorService().shutdown();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void failedCalls_leaveNoConnectionInUse(int maxAttempts) throws IOException {
    int requests = CALLS * maxAttempts;
    try (RawServer server = new RawServer(cycle(requests));
        ClerkClient clerk = client(server, maxAttempts, new FakeEnvironment())) {
      for (int i = 0; i < CALLS; i++) {
        assertThat(catchThrowable(() -> clerk.users().lockUser("user_123")))
            .isInstanceOf(ClerkException.class);
      }

      assertThat(server.requests().size()).isBetween(CALLS, requests);
      assertThat(pool.connectionCount()).isLessThanOrEqualTo(1); // One call after the other.
      assertThat(pool.idleConnectionCount()).isEqualTo(pool.connectionCount());
      expectOpen(server, pool.connectionCount());
    }
  }

  @Test
  void failedCallsOnTheOwnHttpClient_leaveNoConnectionOpen() throws IOException {
    try (RawServer server = new RawServer(cycle(CALLS))) {
      try (ClerkClient clerk =
          Fixtures.client(server.baseUrl())
              .timeout(NEVER_REACHED)
              .retryPolicy(RetryPolicy.none())
              .build()) {
        for (int i = 0; i < CALLS; i++) {
          assertThat(catchThrowable(() -> clerk.users().lockUser("user_123")))
              .isInstanceOf(ClerkException.class);
        }
      }
      expectOpen(server, 0);
    }
  }

  @Test
  void bodyBeyondTheLimit_leavesNoConnectionInUse() throws IOException {
    try (RawServer server = new RawServer(RawServer.http("200 OK", " ".repeat(3_000_000)));
        ClerkClient clerk =
            Fixtures.client(server.baseUrl()).httpClient(http).maxResponseBytes(1_000).build()) {
      assertThat(catchThrowable(() -> clerk.users().lockUser("user_123")))
          .isExactlyInstanceOf(ClerkDecodingException.class);

      assertThat(pool.idleConnectionCount()).isEqualTo(pool.connectionCount());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: other\r\n\r\n",
        "101 Switching Protocols\r\n\r\n",
        "200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\n12345",
        "204 No Content\r\nContent-Length: 3\r\n\r\n123",
        "302 Found\r\nLocation: /v1/elsewhere\r\nContent-Length: 5\r\n\r\n12345",
        "407 Proxy Authentication Required\r\nContent-Length: 5\r\n\r\n12345",
        "421 Misdirected Request\r\nContent-Length: 5\r\n\r\n12345"
      })
  void oddResponse_leavesNoConnectionInUse(String response) throws IOException {
    try (RawServer server = new RawServer(RawServer.bytes("HTTP/1.1 " + response));
        ClerkClient clerk = client(server, 1, new FakeEnvironment())) {
      assertThat(catchThrowable(() -> clerk.users().lockUser("user_123")))
          .isInstanceOf(ClerkException.class);

      assertThat(pool.idleConnectionCount()).isEqualTo(pool.connectionCount());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.clerkbapi.internal.http.HostileBytesTest#oddHeads")
  void oddHead_leavesNoConnectionInUse(String bytes) throws IOException {
    try (RawServer server = new RawServer(RawServer.cutOff(bytes));
        ClerkClient clerk = client(server, 1, new FakeEnvironment())) {
      assertThat(catchThrowable(() -> clerk.users().lockUser("user_123")))
          .isInstanceOf(ClerkException.class);

      assertThat(pool.idleConnectionCount()).isEqualTo(pool.connectionCount());
    }
  }

  /** Looked at while the call waits for its next attempt. */
  @ParameterizedTest
  @ValueSource(ints = {0, 100, 900_000, 3_000_000})
  void failedAttempt_givesItsConnectionBackBeforeTheNext(int bodySize) throws IOException {
    FakeEnvironment environment = new FakeEnvironment();
    environment.onSleep(
        () -> assertThat(pool.idleConnectionCount()).isEqualTo(pool.connectionCount()));
    try (RawServer server =
            new RawServer(RawServer.http("503 Service Unavailable", " ".repeat(bodySize)));
        ClerkClient clerk = client(server, 3, environment)) {
      assertThat(catchThrowable(() -> clerk.users().lockUser("user_123")))
          .isExactlyInstanceOf(ClerkApiException.Server.class);

      assertThat(environment.sleeps()).hasSize(2);
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void errorResponses_shareOneConnection() throws IOException {
    try (RawServer server =
            new RawServer(
                RawServer.http("429 Too Many Requests", Fixtures.error("too_many_requests")),
                RawServer.http("500 Internal Server Error", "<html>".repeat(1000)),
                RawServer.http("404 Not Found", Fixtures.error("resource_not_found")),
                RawServer.http("200 OK", "<html>".repeat(1000)),
                RawServer.user());
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      assertThat(catchThrowable(() -> clerk.users().lockUser("user_123")))
          .isExactlyInstanceOf(ClerkApiException.NotFound.class);
      assertThat(catchThrowable(() -> clerk.users().lockUser("user_123"))).isNotNull();
      assertThat(clerk.users().lockUser("user_123").id()).isEqualTo("user_123");

      assertThat(server.requests()).hasSize(5);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  private ClerkClient client(RawServer server, int maxAttempts, Environment environment) {
    return Fixtures.client(server.baseUrl(), environment)
        .httpClient(http)
        .retryPolicy(RetryPolicy.defaults().withMaxAttempts(maxAttempts))
        .build();
  }

  private static RawServer.Response[] cycle(int count) {
    RawServer.Response[] responses = new RawServer.Response[count];
    for (int i = 0; i < count; i++) {
      responses[i] = FAILURES[i % FAILURES.length];
    }
    return responses;
  }

  /** The server learns a little later that the client has closed a connection. */
  private static void expectOpen(RawServer server, long expected) {
    for (int i = 0; i < MILLISECONDS_AT_MOST && server.openConnections() != expected; i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    assertThat(server.openConnections()).isEqualTo(expected);
  }
}
