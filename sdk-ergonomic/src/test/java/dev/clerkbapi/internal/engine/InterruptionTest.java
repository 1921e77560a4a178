package dev.clerkbapi.internal.engine;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.errors.ClerkTransportException.Reason;
import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.Http2Bapi;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.Tls;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An interrupt ends a call, wherever it is; the flag stays set, and nothing more is sent. */
class InterruptionTest {
  /** Far beyond what the test waits: only the interrupt can have ended the call. */
  private static final Duration TIMEOUT = Duration.ofHours(1);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @AfterEach
  void clearFlag() {
    Thread.interrupted();
  }

  @Test
  void whileWaitingForResponse() throws Exception {
    expectInterrupted(RawServer.silence());
  }

  @Test
  void whileReadingBody() throws Exception {
    expectInterrupted(RawServer.bytes("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"));
  }

  /** On the SDK's own HTTP client, which trusts what this JVM trusts. */
  @Test
  void whileWaitingForResponseOverTls() throws Exception {
    expectInterruptedOverTls(RawServer.silence());
  }

  @Test
  void whileReadingBodyOverTls() throws Exception {
    expectInterruptedOverTls(RawServer.bytes("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"));
  }

  /** The thread waits for its part of a connection that another thread reads. */
  @Test
  void whileWaitingForResponseOverHttp2() throws Exception {
    try (Http2Bapi bapi = new Http2Bapi(okJson(Fixtures.USER).withFixedDelay(60_000))) {
      ClerkException thrown = interrupted(bapi.baseUrl(), bapi::awaitRequest);

      assertThat(thrown.mayHaveBeenCarriedOut()).isTrue();
    }
  }

  @Test
  void duringTheTlsHandshake_sendsNothing() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    RawServer.Response silence =
        (socket, out) -> {
          started.countDown();
          socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        };
    try (RawServer server = RawServer.atTheDoor(silence)) {
      ClerkException thrown = interrupted("https://127.0.0.1:" + server.port(), started::await);

      assertThat(thrown.mayHaveBeenCarriedOut()).isFalse();
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @SuppressWarnings("try") // Trusted until the end of the test.
  private static void expectInterruptedOverTls(RawServer.Response response) throws Exception {
    HeldCertificate certificate = Tls.certificate("127.0.0.1");
    try (Tls trusted = Tls.trust(certificate);
        RawServer server = new RawServer(Tls.server(certificate), response)) {
      ClerkException thrown =
          interrupted("https://127.0.0.1:" + server.port(), server::awaitRequest);

      assertThat(thrown.mayHaveBeenCarriedOut()).isTrue();
      assertThat(server.requests()).hasSize(1);
    }
  }

  private static void expectInterrupted(RawServer.Response response) throws Exception {
    try (RawServer server = new RawServer(response)) {
      ClerkException thrown = interrupted(server.baseUrl(), server::awaitRequest);

      assertThat(thrown.mayHaveBeenCarriedOut()).isTrue();
      assertThat(server.requests()).hasSize(1);
    }
  }

  private static ClerkTransportException expectInterrupted(Throwable thrown) {
    assertThat(thrown).isExactlyInstanceOf(ClerkTransportException.class);
    ClerkTransportException e = (ClerkTransportException) thrown;
    assertThat(e.reason()).isEqualTo(Reason.INTERRUPTED);
    return e;
  }

  /** Waits until it is time to interrupt. */
  private interface Moment {
    void await() throws InterruptedException;
  }

  private static ClerkException interrupted(String baseUrl, Moment moment) throws Exception {
    try (ClerkClient clerk =
        Fixtures.client(baseUrl).timeout(TIMEOUT).connectTimeout(TIMEOUT).build()) {
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      AtomicReference<Boolean> flag = new AtomicReference<>();
      Thread caller =
          new Thread(
              () -> {
                thrown.set(catchThrowable(() -> clerk.users().lockUser("user_123")));
                flag.set(Thread.currentThread().isInterrupted());
              });
      caller.setDaemon(true);
      caller.start();
      moment.await();
      caller.interrupt();
      caller.join(PATIENCE.toMillis());

      assertThat(caller.isAlive()).isFalse();
      assertThat(flag.get()).isTrue();
      return expectInterrupted(thrown.get());
    }
  }

  @Test
  void beforeTheCall_sendsNothing() throws IOException {
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      Thread.currentThread().interrupt();
      Throwable thrown = catchThrowable(() -> clerk.users().lockUser("user_123"));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(expectInterrupted(thrown).mayHaveBeenCarriedOut()).isFalse();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void whileWaitingToTryAgain() throws IOException {
    FakeEnvironment environment = new FakeEnvironment();
    environment.onSleep(Thread.currentThread()::interrupt);
    try (RawServer server = new RawServer(RawServer.http("429 No", ""), RawServer.user());
        ClerkClient clerk = Fixtures.client(server.baseUrl(), environment).build()) {
      Throwable thrown = catchThrowable(() -> clerk.users().lockUser("user_123"));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(expectInterrupted(thrown).mayHaveBeenCarriedOut()).isFalse();
      assertThat(thrown.getSuppressed()).hasSize(1);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void clientGoesOnWorkingAfterwards() throws Exception {
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      Thread.currentThread().interrupt();
      assertThat(catchThrowable(() -> clerk.users().lockUser("user_123"))).isNotNull();
      assertThat(Thread.interrupted()).isTrue();

      assertThat(clerk.users().lockUser("user_123").id()).isEqualTo("user_123");
    }
  }
}
