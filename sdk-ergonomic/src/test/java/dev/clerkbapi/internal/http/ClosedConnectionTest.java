package dev.clerkbapi.internal.http;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.RetryPolicy;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.TestApi;
import dev.clerkbapi.fixtures.WireMockBapi;
import dev.clerkbapi.internal.http.KeptPair.Way;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A request that may be sent only once does not leave on a kept connection that the server has
 * closed meanwhile.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClosedConnectionTest {
  private static final int SECONDS_AT_MOST = 30;

  @RegisterExtension static final WireMockBapi BAPI = new WireMockBapi();

  /** Closes after each response; the test can wait until the client's system knows. */
  private static final class Closing {
    private final Semaphore closed = new Semaphore(0);

    RawServer.Response after(RawServer.Response response) {
      return (socket, out) -> {
        response.write(socket, out);
        socket.setSoLinger(true, SECONDS_AT_MOST); // Closing waits for the other side's system.
        socket.close();
        closed.release();
      };
    }

    void await(int connections) throws InterruptedException {
      assertThat(closed.tryAcquire(connections, SECONDS_AT_MOST, TimeUnit.SECONDS)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void closedWhileIdle_isNotUsed(Way way) throws Exception {
    Closing closing = new Closing();
    try (KeptPair pair = new KeptPair(way, closing.after(RawServer.user()))) {
      for (int i = 1; i <= 5; i++) {
        pair.expectUser(pair.api().post());
        closing.await(1);

        assertThat(pair.server().requests()).hasSize(i);
        assertThat(pair.server().connections()).isEqualTo(i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void severalClosedWhileIdle_areNotUsed(Way way) throws Exception {
    int several = 5;
    Closing closing = new Closing();
    CyclicBarrier together = new CyclicBarrier(several);
    RawServer.Response atOnce = closing.after(afterAll(together));
    try (KeptPair pair =
        new KeptPair(way, atOnce, atOnce, atOnce, atOnce, atOnce, RawServer.user())) {
      List<CompletableFuture<?>> calls = new ArrayList<>();
      for (int i = 0; i < several; i++) {
        calls.add(pair.clerk().callAsync(pair.api().get()));
      }
      calls.forEach(CompletableFuture::join);
      closing.await(several);
      pair.expectUser(pair.api().post());

      assertThat(pair.server().requests()).hasSize(several + 1);
      assertThat(pair.server().connections()).isEqualTo(several + 1);
    }
  }

  /** As servers do that give a reason before they close. */
  @ParameterizedTest
  @EnumSource
  void responseThatNobodyAskedFor_isNotTakenForThatOfTheNextRequest(Way way) throws Exception {
    CountDownLatch received = new CountDownLatch(1);
    Closing closing = new Closing();
    RawServer.Response andMore =
        (socket, out) -> {
          RawServer.user().write(socket, out);
          await(received);
          RawServer.http("408 Request Timeout", "").write(socket, out);
        };
    try (KeptPair pair = new KeptPair(way, closing.after(andMore), RawServer.user())) {
      pair.expectUser(pair.api().post());
      received.countDown();
      closing.await(1);
      pair.expectUser(pair.api().post());

      assertThat(pair.server().requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void open_isUsedAgainWithItsOwnTimeouts(Way way) throws Exception {
    RawServer.Response slow =
        (socket, out) -> {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
          RawServer.user().write(socket, out);
        };
    try (KeptPair pair = new KeptPair(way, slow)) {
      for (int i = 0; i < 5; i++) {
        pair.expectUser(pair.api().post());
      }
      assertThat(pair.server().requests()).hasSize(5);
      assertThat(pair.server().connections()).isEqualTo(1);
    }
  }

  /** Then it is not known whether the server carried it out. */
  @ParameterizedTest
  @EnumSource
  void closedOnceTheRequestIsThere_mayHaveBeenCarriedOut(Way way) throws Exception {
    try (KeptPair pair =
        new KeptPair(way, RawServer.user(), (socket, out) -> socket.shutdownOutput())) {
      pair.expectUser(pair.api().post());
      ClerkTransportException thrown =
          catchThrowableOfType(
              ClerkTransportException.class, () -> pair.clerk().call(pair.api().post()));

      assertThat(thrown.mayHaveBeenCarriedOut()).isTrue();
      assertThat(pair.server().requests()).hasSize(2);
      assertThat(pair.server().connections()).isEqualTo(1);
    }
  }

  /** A call that is not retried has one attempt too, whatever it does. */
  @Test
  void withoutRetries_everyRequestMayBeSentOnlyOnce() throws Exception {
    Closing closing = new Closing();
    try (RawServer server = new RawServer(closing.after(RawServer.user()));
        ClerkClient clerk =
            Fixtures.client(server.baseUrl()).retryPolicy(RetryPolicy.none()).build()) {
      for (int i = 0; i < 3; i++) {
        assertThat(clerk.users().lockUser("user_123").id()).isEqualTo("user_123");
        closing.await(1);
      }
      assertThat(server.requests()).hasSize(3);
    }
  }

  /** A new connection is not looked at, so the search for one ends. */
  @Test
  void closedAtTheDoor_isTheEndOfTheCall() throws IOException {
    try (RawServer server = RawServer.atTheDoor((socket, out) -> {});
        ClerkClient clerk = Fixtures.client("http://127.0.0.1:" + server.port()).build()) {
      assertThat(catchThrowable(() -> clerk.call(clerk.api(TestApi.class).post())))
          .isExactlyInstanceOf(ClerkTransportException.class);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** Other calls read from it all the time. */
  @Test
  void http2_isLeftAlone() {
    BAPI.respond(okJson(Fixtures.USER));
    OkHttpClient http2 =
        new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
    try (ClerkClient clerk = Fixtures.client(BAPI.baseUrl()).httpClient(http2).build()) {
      for (int i = 0; i < 3; i++) {
        assertThat(clerk.call(clerk.api(TestApi.class).post()).id()).isEqualTo("user_123");
      }
      assertThat(BAPI.requests())
          .extracting(request -> request.getProtocol())
          .containsExactly("HTTP/2.0", "HTTP/2.0", "HTTP/2.0");
      assertThat(http2.connectionPool().connectionCount()).isEqualTo(1);
    } finally {
      http2.connectionPool().evictAll();
      http2.dispatcher().executorService().shutdown();
    }
  }

  /** Bytes that wait are not always those of a response, or of the end. */
  @ParameterizedTest
  @EnumSource(names = {"TLS_1_3", "TLS_CALLERS"})
  void recordsBetweenResponses_areNoReasonToLeave(Way way) throws Exception {
    Semaphore sent = new Semaphore(0);
    RawServer.Response andNewKeys =
        (socket, out) -> {
          RawServer.user().write(socket, out);
          ((SSLSocket) socket).startHandshake(); // In TLS 1.3: changes the keys.
          sent.release();
        };
    try (KeptPair pair = new KeptPair(way, andNewKeys)) {
      for (int i = 0; i < 3; i++) {
        pair.expectUser(pair.api().post());
        assertThat(sent.tryAcquire(SECONDS_AT_MOST, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(pair.server().requests()).hasSize(3);
      assertThat(pair.server().connections()).isEqualTo(1);
    }
  }

  private static RawServer.Response afterAll(CyclicBarrier barrier) {
    return (socket, out) -> {
      try {
        barrier.await(SECONDS_AT_MOST, TimeUnit.SECONDS);
      } catch (Exception e) {
        throw new IOException(e);
      }
      RawServer.user().write(socket, out);
    };
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(SECONDS_AT_MOST, TimeUnit.SECONDS)) {
        throw new IOException("It never came");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
