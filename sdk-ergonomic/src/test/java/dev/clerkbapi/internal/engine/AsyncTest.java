package dev.clerkbapi.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.errors.ClerkTransportException.Reason;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.model.User;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls on other threads, and what closing does to calls. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("try") // Closing early is what is tested.
class AsyncTest {

  @Test
  void success_completesTheFuture() throws Exception {
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      assertThat(start(clerk).get().id()).isEqualTo("user_123");
    }
  }

  @Test
  void errorResponse_failsTheFuture() throws Exception {
    try (RawServer server =
            new RawServer(RawServer.http("404 Not Found", Fixtures.error("resource_not_found")));
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      ExecutionException e =
          catchThrowableOfType(ExecutionException.class, () -> start(clerk).get());

      assertThat(e).hasCauseExactlyInstanceOf(ClerkApiException.NotFound.class);
    }
  }

  @Test
  void cancelling_endsTheHttpCall() throws Exception {
    CountDownLatch connectionEnded = new CountDownLatch(1);
    try (RawServer server = new RawServer(untilClientLeaves(connectionEnded));
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      CompletableFuture<User> future = start(clerk);
      server.awaitRequest();
      future.cancel(true);

      assertThat(connectionEnded.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void closing_endsCallsUnderWayAndThoseThatQueue() throws Exception {
    try (RawServer server = new RawServer(RawServer.silence());
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      List<CompletableFuture<User>> futures = new ArrayList<>();
      for (int i = 0; i < 70; i++) { // 64 run at once
        futures.add(start(clerk));
      }
      server.awaitRequest();
      clerk.close();
      clerk.close();

      for (CompletableFuture<User> future : futures) {
        ExecutionException e = catchThrowableOfType(ExecutionException.class, future::get);
        if (!(e.getCause() instanceof IllegalStateException)) { // It had not started.
          expectClosed(e.getCause());
        }
      }
    }
  }

  @Test
  void closing_endsACallOnAnotherThread() throws Exception {
    try (RawServer server = new RawServer(RawServer.silence());
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      CompletableFuture<User> caller =
          CompletableFuture.supplyAsync(() -> clerk.users().lockUser("user_123"));
      server.awaitRequest();
      clerk.close();

      ExecutionException e = catchThrowableOfType(ExecutionException.class, caller::get);
      expectClosed(e.getCause());
    }
  }

  @Test
  void closed_refusesEveryCallAndSendsNothing() throws IOException {
    try (RawServer server = new RawServer(RawServer.user())) {
      ClerkClient clerk = Fixtures.client(server.baseUrl()).build();
      UsersApi api = clerk.api(UsersApi.class);
      clerk.close();

      assertThatIllegalStateException().isThrownBy(() -> clerk.users().lockUser("user_123"));
      assertThatIllegalStateException().isThrownBy(() -> clerk.call(api.getUser("user_123")));
      assertThatIllegalStateException().isThrownBy(() -> clerk.callAsync(api.getUser("user_123")));
      assertThatIllegalStateException().isThrownBy(() -> clerk.api(UsersApi.class));
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void threads_areDaemons() throws Exception {
    try (RawServer server = new RawServer(RawServer.silence());
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      CompletableFuture<User> waiting = start(clerk);
      server.awaitRequest();

      assertThat(waiting).isNotDone();
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> thread.getName().startsWith("clerk-bapi"))
          .isNotEmpty()
          .allMatch(Thread::isDaemon);
    }
  }

  private static void expectClosed(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            ClerkTransportException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CLOSED));
  }

  private static CompletableFuture<User> start(ClerkClient clerk) {
    return clerk.callAsync(clerk.api(UsersApi.class).lockUser("user_123"));
  }

  private static RawServer.Response untilClientLeaves(CountDownLatch left) {
    return (socket, out) -> {
      // The client sends nothing after the request but the end of the connection.
      if (socket.getInputStream().read() == -1) {
        left.countDown();
      }
    };
  }
}
