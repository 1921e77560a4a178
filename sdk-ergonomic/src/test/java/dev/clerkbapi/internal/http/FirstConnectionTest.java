package dev.clerkbapi.internal.http;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.errors.ClerkTransportException.Reason;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.Http2Bapi;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.Tls;
import dev.clerkbapi.model.User;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that start together share a connection over HTTP/2, and wait for nothing else. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FirstConnectionTest {
  private static final int MANY = 64;
  private static final int MOST_CONNECTIONS = 4;
  private static final int SECONDS_AT_MOST = 30;

  @Test
  void manyThreadsOfANewClient_shareAConnectionOverHttp2() throws Exception {
    try (Http2Bapi bapi = new Http2Bapi(okJson(Fixtures.USER));
        ClerkClient clerk = bapi.client().build()) {
      callAtOnce(clerk, MANY);
      int first = bapi.connections();
      callAtOnce(clerk, MANY);

      assertThat(first).isBetween(1, MOST_CONNECTIONS);
      assertThat(bapi.connections()).isEqualTo(first);
      assertThat(bapi.server().getAllServeEvents())
          .allMatch(event -> event.getRequest().getProtocol().equals("HTTP/2.0"));
    }
  }

  /** As when the server restarts, or the network fails. */
  @Test
  void afterTheirConnectionBroke_theyShareAnother() throws Exception {
    try (Http2Bapi bapi = new Http2Bapi(okJson(Fixtures.USER));
        ClerkClient clerk = bapi.client().build()) {
      callAtOnce(clerk, 1);
      bapi.cutConnections();
      int before = bapi.connections();
      callAtOnce(clerk, MANY);

      assertThat(bapi.connections() - before).isBetween(1, MOST_CONNECTIONS);
    }
  }

  /** Each response waits until all requests are there. */
  @Test
  @SuppressWarnings("try") // Trusted until the end of the test.
  void overHttp1_eachHasAConnection() throws Exception {
    int several = 8;
    HeldCertificate certificate = Tls.certificate("localhost");
    CyclicBarrier together = new CyclicBarrier(several);
    RawServer.Response afterAll =
        (socket, out) -> {
          await(together);
          RawServer.user().write(socket, out);
        };
    try (Tls trusted = Tls.trust(certificate);
        RawServer server = new RawServer(Tls.server(certificate), afterAll);
        ClerkClient clerk = Fixtures.client(url(server)).build()) {
      callAtOnce(clerk, several);
      callAtOnce(clerk, several);

      assertThat(server.requests()).hasSize(2 * several);
    }
  }

  @Test
  void callThatWaitsForAnothersConnection_endsAtItsOwnTimeout() throws Exception {
    Throwable thrown = thrownWhileAnotherConnects(Duration.ofMillis(300), thread -> {});

    assertThat(((ClerkTransportException) thrown).reason()).isEqualTo(Reason.TIMEOUT);
  }

  @Test
  void callThatWaitsForAnothersConnection_endsWhenInterrupted() throws Exception {
    Throwable thrown =
        thrownWhileAnotherConnects(
            Duration.ofHours(1),
            thread -> {
              awaitThatItWaits(thread);
              thread.interrupt();
            });

    assertThat(((ClerkTransportException) thrown).reason()).isEqualTo(Reason.INTERRUPTED);
  }

  @Test
  void connectionThatFails_holdsNobodyUp() throws Exception {
    try (RawServer server = RawServer.atTheDoor((socket, out) -> {});
        ClerkClient clerk = Fixtures.client(url(server)).build()) {
      List<FutureTask<Throwable>> calls = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        calls.add(start(() -> catchThrowable(() -> clerk.users().lockUser("user_1"))));
      }
      for (FutureTask<Throwable> call : calls) {
        assertThat(call.get(SECONDS_AT_MOST, TimeUnit.SECONDS))
            .isExactlyInstanceOf(ClerkTransportException.class);
      }
    }
  }

  /** Another call has reached a server that never says anything. */
  private static Throwable thrownWhileAnotherConnects(Duration timeout, Consumer<Thread> then)
      throws Exception {
    CountDownLatch connecting = new CountDownLatch(1);
    RawServer.Response silence =
        (socket, out) -> {
          connecting.countDown();
          socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        };
    try (RawServer server = RawServer.atTheDoor(silence);
        ClerkClient clerk = Fixtures.client(url(server)).timeout(Duration.ofHours(1)).build()) {
      FutureTask<Throwable> other =
          start(() -> catchThrowable(() -> clerk.users().lockUser("user_1")));
      assertThat(connecting.await(SECONDS_AT_MOST, TimeUnit.SECONDS)).isTrue();
      ClerkClient view = clerk.with(options -> options.timeout(timeout));
      FutureTask<Throwable> call =
          new FutureTask<>(() -> catchThrowable(() -> view.users().lockUser("user_2")));
      Thread thread = new Thread(call);
      thread.setDaemon(true);
      thread.start();
      then.accept(thread);
      Throwable thrown = call.get(SECONDS_AT_MOST, TimeUnit.SECONDS);

      assertThat(server.connections()).isEqualTo(1);
      assertThat(other.isDone()).isFalse();
      return thrown;
    }
  }

  /** A thread that reads from a socket is runnable. */
  private static void awaitThatItWaits(Thread thread) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_AT_MOST);
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static void callAtOnce(ClerkClient clerk, int threads) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    List<FutureTask<User>> calls = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      calls.add(
          start(
              () -> {
                await(start);
                return clerk.users().getUser("user_123");
              }));
    }
    for (FutureTask<User> call : calls) {
      assertThat(call.get(SECONDS_AT_MOST, TimeUnit.SECONDS).id()).isEqualTo("user_123");
    }
  }

  private static <T> FutureTask<T> start(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  private static void await(CyclicBarrier barrier) throws IOException {
    try {
      barrier.await(SECONDS_AT_MOST, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private static String url(RawServer server) {
    return "https://localhost:" + server.port() + "/v1";
  }
}
