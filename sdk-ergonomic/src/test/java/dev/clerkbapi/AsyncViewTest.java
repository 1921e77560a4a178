package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.errors.ClerkTransportException.Reason;
import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.internal.support.SystemEnvironment;
import dev.clerkbapi.model.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link ClerkClient#async}: functions that make calls on other threads, and how these end. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("try") // Closing early is what is tested.
class AsyncViewTest {
  /** A timeout would end what was not cancelled, and hide it. */
  private static final Duration NEVER_REACHED = Duration.ofHours(1);

  private static final boolean VIRTUAL = Runtime.version().feature() >= 21;

  @Test
  void value_completesTheFuture() throws Exception {
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      assertThat(clerk.async(c -> c.users().getUser("user_1")).get().id()).isEqualTo("user_123");
      assertThat(clerk.async(c -> null).get()).isNull();
    }
  }

  @Test
  void severalCalls_areOneFuture() throws Exception {
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      CompletableFuture<Boolean> both =
          clerk.async(c -> c.users().lockUser(c.users().getUser("user_1").id()).locked());

      assertThat(both.get()).isTrue();
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void exception_isTheCauseAsOfCallAsync() throws Exception {
    try (RawServer server =
            new RawServer(RawServer.http("404 No", Fixtures.error("resource_not_found")));
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      CompletableFuture<User> future = clerk.async(c -> c.users().getUser("user_1"));

      assertThat(catchThrowableOfType(CompletionException.class, future::join))
          .hasCauseExactlyInstanceOf(ClerkApiException.NotFound.class);
      assertThat(catchThrowable(() -> clerk.async(c -> c.users().getUser("")).join()))
          .hasCauseInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void thread_isVirtualWhereThereAreSuchAndNeverKeepsAJvmAlive() throws Exception {
    try (ClerkClient clerk = ClerkClient.create(Fixtures.KEY)) {
      Thread thread = clerk.async(c -> Thread.currentThread()).get();

      assertThat(thread.isDaemon()).isTrue();
      assertThat(thread.getName()).startsWith("clerk-bapi-async-");
      assertThat(thread.toString().startsWith("VirtualThread")).isEqualTo(VIRTUAL);
    }
  }

  /** On an HTTP client of the caller's, an interrupt alone does not end a wait. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void cancelling_abortsTheRequestAndSendsNothingMore(boolean callersClient) throws Exception {
    CountDownLatch left = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    AtomicReference<Throwable> second = new AtomicReference<>();
    try (RawServer server = new RawServer(untilClientLeaves(left))) {
      ClerkClientBuilder builder = Fixtures.client(server.baseUrl()).timeout(NEVER_REACHED);
      if (callersClient) {
        builder.httpClient(new OkHttpClient.Builder().readTimeout(NEVER_REACHED).build());
      }
      try (ClerkClient clerk = builder.build()) {
        CompletableFuture<User> future =
            clerk.async(
                c -> {
                  Throwable first = catchThrowable(() -> c.users().getUser("user_1"));
                  boolean interrupted = Thread.interrupted(); // A function may be stubborn.
                  second.set(catchThrowable(() -> c.users().getUser("user_2")));
                  over.countDown();
                  throw new IllegalStateException("after " + interrupted, first);
                });
        server.awaitRequest();
        future.cancel(true);

        assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(((ClerkTransportException) second.get()).reason()).isEqualTo(Reason.CANCELLED);
        assertThat(future).isCancelled();
        assertThat(server.requests()).hasSize(1);
      }
    }
  }

  @Test
  void cancelling_endsTheWaitForTheNextAttempt() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (RawServer server = new RawServer(RawServer.http("503 No", "", "Retry-After: 25"));
        ClerkClient clerk = Fixtures.client(server.baseUrl(), new SystemEnvironment()).build()) {
      CompletableFuture<User> future =
          clerk.async(
              c -> {
                try {
                  return c.users().getUser("user_1");
                } finally {
                  over.countDown();
                }
              });
      server.awaitRequest();
      future.cancel(true);

      assertThat(over.await(20, TimeUnit.SECONDS)).as("before the 25 s").isTrue();
      assertThat(server.requests()).hasSize(1);
    }
  }

  /** Several of a function's calls may be under way, on threads of its own and of the client. */
  @Test
  void cancelling_endsAllCallsOfTheFunction() throws Exception {
    CountDownLatch left = new CountDownLatch(4);
    try (RawServer server = new RawServer(untilClientLeaves(left));
        ClerkClient clerk = Fixtures.client(server.baseUrl()).timeout(NEVER_REACHED).build()) {
      CompletableFuture<Object> future =
          clerk.async(
              c -> {
                var ownThread = CompletableFuture.supplyAsync(() -> c.users().getUser("user_1"));
                var inner = c.async(d -> d.users().getUser("user_2"));
                var call = c.callAsync(c.api(UsersApi.class).getUser("user_3"));
                var here = c.users().getUser("user_4");
                return List.of(ownThread, inner, call, here);
              });
      for (int i = 0; i < 600 && server.requests().size() < 4; i++) {
        Thread.sleep(50);
      }
      assertThat(server.requests()).hasSize(4);
      future.cancel(true);

      assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** All threads are busy, where their number has a limit. */
  @Test
  void cancelledBeforeItStarts_isNeverRun() throws Exception {
    assumeFalse(VIRTUAL, "a virtual thread starts at once");
    CountDownLatch end = new CountDownLatch(1);
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      List<CompletableFuture<String>> busy = new ArrayList<>();
      for (int i = 0; i < ClerkClient.MAX_CONCURRENT_REQUESTS; i++) {
        busy.add(
            clerk.async(
                c -> {
                  awaitAll(end);
                  return "done";
                }));
      }
      CompletableFuture<User> cancelled = clerk.async(c -> c.users().getUser("user_1"));
      CompletableFuture<String> behind = clerk.async(c -> "behind");
      cancelled.cancel(true);
      end.countDown();

      assertThat(behind.get()).isEqualTo("behind");
      for (CompletableFuture<String> future : busy) {
        assertThat(future.get()).isEqualTo("done");
      }
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void nestedFunctions_doNotWaitForThreadsOfThoseThatWaitForThem() throws Exception {
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      List<CompletableFuture<String>> futures = new ArrayList<>();
      CountDownLatch allRun = new CountDownLatch(ClerkClient.MAX_CONCURRENT_REQUESTS);
      for (int i = 0; i < ClerkClient.MAX_CONCURRENT_REQUESTS; i++) {
        futures.add(
            clerk.async(
                c -> {
                  allRun.countDown();
                  awaitAll(allRun);
                  return c.async(d -> d.users().getUser("user_1").id()).join();
                }));
      }
      for (CompletableFuture<String> future : futures) {
        assertThat(future.get()).isEqualTo("user_123");
      }
    }
  }

  @Test
  void streamInside_isReadAheadAsOutside() throws Exception {
    try (RawServer server = new RawServer(RawServer.http("200 OK", "[{\"id\":\"user_1\"}]"));
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      assertThat(clerk.async(c -> c.users().streamUserList().map(User::id).toList()).get())
          .containsExactly("user_1");
    }
  }

  @Test
  void optionsOfAView_holdInside() throws Exception {
    try (RawServer server = new RawServer(RawServer.http("503 No", ""));
        ClerkClient clerk = Fixtures.client(server.baseUrl(), new FakeEnvironment()).build()) {
      ClerkClient once = clerk.with(o -> o.retryPolicy(RetryPolicy.none()));
      assertThat(catchThrowable(() -> once.async(c -> c.users().getUser("user_1")).join()))
          .hasCauseExactlyInstanceOf(ClerkApiException.Server.class);
      assertThat(server.requests()).hasSize(1);
      assertThat(
              catchThrowable(
                  () -> clerk.async(c -> c.withResponse(d -> d.users().getUser("u"))).join()))
          .hasCauseExactlyInstanceOf(ClerkApiException.Server.class);
    }
  }

  @Test
  void closedClient_refuses() {
    ClerkClient clerk = ClerkClient.create(Fixtures.KEY);
    clerk.async(c -> "once").join();
    clerk.close();

    assertThatIllegalStateException().isThrownBy(() -> clerk.async(c -> "more"));
    ClerkClient unused = ClerkClient.create(Fixtures.KEY);
    unused.close();
    assertThatIllegalStateException().isThrownBy(() -> unused.async(c -> "more"));
  }

  @Test
  void closing_endsWhatIsUnderWayAndWhatQueues() throws Exception {
    try (RawServer server = new RawServer(RawServer.silence());
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      List<CompletableFuture<User>> futures = new ArrayList<>();
      for (int i = 0; i < 70; i++) { // 64 run at once without virtual threads.
        futures.add(clerk.async(c -> c.users().getUser("user_1")));
      }
      CompletableFuture<String> sleeping = clerk.async(c -> sleep());
      server.awaitRequest();
      clerk.close();

      futures.add(sleeping.thenApply(text -> null));
      for (CompletableFuture<User> future : futures) {
        assertThat(catchThrowable(future::get))
            .cause()
            .isInstanceOfAny(
                ClerkTransportException.class, // Closed during a call,
                IllegalStateException.class); // or before it; or the sleeper woke up.
      }
    }
  }

  @Test
  void manyFunctions_leaveNoThread() throws Exception {
    try (RawServer server = new RawServer(RawServer.user())) {
      try (ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
        List<CompletableFuture<User>> futures = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
          futures.add(clerk.async(c -> c.users().getUser("user_1")));
          if (i % 3 == 0) {
            futures.get(i).cancel(true);
          }
        }
        for (CompletableFuture<User> future : futures) {
          assertThat(catchThrowable(future::get))
              .satisfiesAnyOf(
                  error -> assertThat(error).isNull(), error -> assertThat(future).isCancelled());
        }
      }
      for (int i = 0; i < 300 && !asyncThreads().isEmpty(); i++) {
        Thread.sleep(100);
      }
      assertThat(asyncThreads()).isEmpty();
    }
  }

  private static List<String> asyncThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("clerk-bapi-async-"))
        .toList();
  }

  private static String sleep() {
    try {
      Thread.sleep(TimeUnit.MINUTES.toMillis(10));
      return "slept";
    } catch (InterruptedException e) {
      throw new IllegalStateException("woken", e);
    }
  }

  private static void awaitAll(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
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
