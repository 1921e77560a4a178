package dev.clerkbapi.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.ClerkClientBuilder;
import dev.clerkbapi.RetryPolicy;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkDecodingException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.RawServer.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that break end a call as documented, and OkHttp sends nothing twice. */
class ConnectionsTest {
  private static ClerkException lockOnce(RawServer server) {
    try (ClerkClient clerk =
        Fixtures.client(server.baseUrl()).retryPolicy(RetryPolicy.none()).build()) {
      return catchThrowableOfType(ClerkException.class, () -> clerk.users().lockUser("user_123"));
    }
  }

  @Nested
  class Broken {
    @Test
    void refused_isTransportFailureThatDidNothing() throws IOException {
      int free;
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        free = socket.getLocalPort();
      }
      FakeEnvironment environment = new FakeEnvironment();
      try (ClerkClient clerk =
          Fixtures.client("http://127.0.0.1:" + free + "/v1", environment).build()) {
        ClerkException e =
            catchThrowableOfType(
                ClerkTransportException.class, () -> clerk.users().lockUser("user_123"));

        assertThat(e.mayHaveBeenCarriedOut()).isFalse();
        assertThat(environment.sleeps()).hasSize(2);
      }
    }

    @Test
    void unknownHost_isTransportFailureThatDidNothing() {
      try (ClerkClient clerk = Fixtures.client("https://bapi.invalid/v1").build()) {
        ClerkException e =
            catchThrowableOfType(
                ClerkTransportException.class, () -> clerk.users().lockUser("user_123"));

        assertThat(e.mayHaveBeenCarriedOut()).isFalse();
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "SSH-2.0-OpenSSH_9.2\r\n",
          "HTTP/1.1 two hundred\r\n\r\n",
          "HTTP/1.1 200 OK\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"id\":",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"\r\nzz",
          "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nnot gzip",
          "HTTP/1.1 204 No Content\r\nContent-Length: 3\r\n\r\n{}\n"
        })
    void cutOffOrGarbage_isTransportFailureThatMayHaveHappened(String bytes) throws IOException {
      try (RawServer server = new RawServer(RawServer.cutOff(bytes))) {
        ClerkException e = lockOnce(server);

        assertThat(e).isExactlyInstanceOf(ClerkTransportException.class);
        assertThat(e.mayHaveBeenCarriedOut()).isTrue();
        assertThat(server.requests()).hasSize(1);
      }
    }

    @Test
    void reset_isTransportFailureThatMayHaveHappened() throws IOException {
      try (RawServer server = new RawServer(RawServer.reset())) {
        ClerkException e = lockOnce(server);

        assertThat(e).isExactlyInstanceOf(ClerkTransportException.class);
        assertThat(e.mayHaveBeenCarriedOut()).isTrue();
      }
    }

    @Test
    void cutOffBodyOfErrorResponse_keepsStatusAndWhatWasRead() throws IOException {
      String body = Fixtures.error("some_code");
      Response response =
          RawServer.cutOff(
              "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 5000\r\n\r\n"
                  + body.substring(0, body.indexOf("meta") - 1));
      try (RawServer server = new RawServer(response)) {
        ClerkApiException e = (ClerkApiException) lockOnce(server);

        assertThat(e.status()).isEqualTo(502);
        assertThat(e.hasCode("some_code")).isTrue();
      }
    }

    @Test
    void bodyOfErrorResponseThatNeverEnds_keepsStatus() throws IOException {
      Response response =
          RawServer.bytes("HTTP/1.1 404 Not Found\r\nContent-Length: 5000\r\n\r\n{");
      try (RawServer server = new RawServer(response);
          ClerkClient clerk =
              Fixtures.client(server.baseUrl()).timeout(Duration.ofMillis(200)).build()) {
        assertThat(catchThrowable(() -> clerk.users().lockUser("user_123")))
            .isExactlyInstanceOf(ClerkApiException.NotFound.class);
      }
    }

    @Test
    void hugeBodyOfErrorResponse_keepsStatus() throws IOException {
      Response response = RawServer.http("404 Not Found", " ".repeat(5_000_000));
      try (RawServer server = new RawServer(response)) {
        assertThat(lockOnce(server)).isExactlyInstanceOf(ClerkApiException.NotFound.class);
      }
    }

    @Test
    void bodyBeyondLimit_isRefused() throws IOException {
      Response response = RawServer.http("200 OK", " ".repeat(17_000_000));
      try (RawServer server = new RawServer(response)) {
        ClerkException e = lockOnce(server);

        assertThat(e).isExactlyInstanceOf(ClerkDecodingException.class);
        assertThat(((ClerkDecodingException) e).rawBody()).hasSize(64 * 1024);
      }
    }
  }

  /** Where OkHttp would send again by itself, on a connection that was used before. */
  @Nested
  class Warm {
    @Test
    void reset_isNotSentAgain() throws IOException {
      expectOneRequest(RawServer.reset(), ClerkTransportException.class);
    }

    @Test
    void closed_isNotSentAgain() throws IOException {
      expectOneRequest(RawServer.cutOff(""), ClerkTransportException.class);
    }

    @Test
    void unavailableNow_isNotSentAgain() throws IOException {
      expectOneRequest(
          RawServer.http("503 Service Unavailable", "", "Retry-After: 0"),
          ClerkApiException.Server.class);
    }

    @Test
    void requestTimeout_isNotSentAgain() throws IOException {
      expectOneRequest(
          RawServer.http("408 Request Timeout", "", "Connection: close"),
          ClerkApiException.Unexpected.class);
    }

    @Test
    void unauthorized_isNotSentAgain() throws IOException {
      expectOneRequest(
          RawServer.http("401 Unauthorized", "", "WWW-Authenticate: Basic realm=\"x\""),
          ClerkApiException.Unauthenticated.class);
    }

    @Test
    void redirect_isNotSentAgain() throws IOException {
      expectOneRequest(
          RawServer.http("307 Temporary Redirect", "", "Location: /v1/elsewhere"),
          ClerkApiException.Unexpected.class);
    }

    /** On the SDK's own HTTP client, and on a caller's that is set to do all of this. */
    private static void expectOneRequest(Response second, Class<?> expected) throws IOException {
      expectOneRequest(second, expected, null);
      OkHttpClient eager =
          new OkHttpClient.Builder()
              .retryOnConnectionFailure(true)
              .followRedirects(true)
              .authenticator(
                  (route, response) ->
                      response.request().newBuilder().header("Authorization", "Basic x").build())
              .build();
      expectOneRequest(second, expected, eager);
      eager.connectionPool().evictAll();
      eager.dispatcher().executorService().shutdown();
    }

    private static void expectOneRequest(Response second, Class<?> expected, OkHttpClient http)
        throws IOException {
      try (RawServer server = new RawServer(RawServer.user(), second, RawServer.user())) {
        ClerkClientBuilder builder =
            Fixtures.client(server.baseUrl()).retryPolicy(RetryPolicy.none());
        if (http != null) {
          builder.httpClient(http);
        }
        try (ClerkClient clerk = builder.build()) {
          clerk.users().lockUser("user_123");
          Throwable thrown = catchThrowable(() -> clerk.users().lockUser("user_123"));

          assertThat(thrown).isExactlyInstanceOf(expected);
          assertThat(server.connections()).isEqualTo(1);
          assertThat(server.requests()).hasSize(2);
        }
      }
    }
  }
}
