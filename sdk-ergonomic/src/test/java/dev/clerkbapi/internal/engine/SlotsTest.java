package dev.clerkbapi.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.RateLimit;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.errors.ClerkTransportException.Reason;
import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.RawServer.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** At most 64 requests of a client are under way at once, however many threads call. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlotsTest {
  private static final int SLOTS = 64;

  private final ExecutorService threads = Executors.newFixedThreadPool(200);
  private final CountDownLatch allTaken = new CountDownLatch(SLOTS);
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void stop() {
    release.countDown();
    threads.shutdownNow();
  }

  @Test
  void manyThreads_have64RequestsUnderWay() throws Exception {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Response counting =
        (socket, out) -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          allTaken.countDown();
          await(allTaken);
          underWay.decrementAndGet();
          RawServer.user().write(socket, out);
        };
    try (RawServer server = new RawServer(counting);
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      for (CompletableFuture<Throwable> call : start(clerk, 200)) {
        assertThat(call.get()).isNull();
      }

      assertThat(most).hasValue(SLOTS);
      assertThat(server.requests()).hasSize(200);
      assertThat(server.connections()).isLessThanOrEqualTo(SLOTS);
    }
  }

  @Test
  void noSlotInTime_endsWithoutSending() throws Exception {
    FakeEnvironment environment = new FakeEnvironment();
    AtomicInteger permits = new AtomicInteger();
    RateLimit usesUpTheTime =
        longest -> {
          if (permits.incrementAndGet() > SLOTS) {
            environment.advance(longest.minusMillis(50));
          }
          return Optional.of(Duration.ZERO);
        };
    try (RawServer server = new RawServer(holding());
        ClerkClient clerk =
            Fixtures.client(server.baseUrl(), environment).rateLimit(usesUpTheTime).build()) {
      List<CompletableFuture<Throwable>> others = start(clerk, SLOTS);
      await(allTaken);
      Throwable thrown = lock(clerk);
      release.countDown();

      expectReason(Reason.LIMIT, thrown);
      assertThat(((ClerkException) thrown).mayHaveBeenCarriedOut()).isFalse();
      for (CompletableFuture<Throwable> other : others) {
        assertThat(other.get()).isNull();
      }
      assertThat(server.requests()).hasSize(SLOTS);
    }
  }

  @Test
  void waitForASlot_isEndedByAnInterrupt() throws Exception {
    try (RawServer server = new RawServer(holding());
        ClerkClient clerk =
            Fixtures.client(server.baseUrl()).timeout(Duration.ofHours(1)).build()) {
      start(clerk, SLOTS);
      await(allTaken);
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      Thread waiting = new Thread(() -> thrown.set(lock(clerk)));
      waiting.setDaemon(true);
      waiting.start();
      awaitParked(waiting);
      waiting.interrupt();
      waiting.join(Duration.ofSeconds(30).toMillis());

      expectReason(Reason.INTERRUPTED, thrown.get());
      assertThat(server.requests()).hasSize(SLOTS);
    }
  }

  @Test
  @SuppressWarnings("try") // Closing early is what is tested.
  void waitForASlot_isEndedByClosingAlsoIfOthersGoOn() throws Exception {
    // Closing does not end it, nor does it end a DNS lookup.
    OkHttpClient unstoppable =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  allTaken.countDown();
                  await(release);
                  return chain.proceed(chain.request());
                })
            .build();
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk =
            Fixtures.client(server.baseUrl())
                .httpClient(unstoppable)
                .timeout(Duration.ofHours(1))
                .build()) {
      start(clerk, SLOTS);
      await(allTaken);
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      Thread waiting = new Thread(() -> thrown.set(lock(clerk)));
      waiting.setDaemon(true);
      waiting.start();
      awaitParked(waiting);
      clerk.close();
      waiting.join(Duration.ofSeconds(30).toMillis());

      expectReason(Reason.CLOSED, thrown.get());
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void backOff_holdsNoSlot() throws Exception {
    FakeEnvironment environment = new FakeEnvironment();
    CountDownLatch backingOff = new CountDownLatch(SLOTS);
    environment.onSleep(
        () -> {
          backingOff.countDown();
          awaitQuietly(release);
        });
    Response[] responses = new Response[SLOTS + 1];
    Arrays.fill(responses, RawServer.http("503 No", ""));
    responses[SLOTS] = RawServer.user();
    try (RawServer server = new RawServer(responses);
        ClerkClient clerk = Fixtures.client(server.baseUrl(), environment).build()) {
      List<CompletableFuture<Throwable>> others = start(clerk, SLOTS);
      await(backingOff);

      assertThat(lock(clerk)).isNull();
      release.countDown();
      for (CompletableFuture<Throwable> other : others) {
        other.get();
      }
    }
  }

  private static void expectReason(Reason reason, Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            ClerkTransportException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  /** Responds to no request before the test says so. */
  private Response holding() {
    return (socket, out) -> {
      allTaken.countDown();
      await(release);
      RawServer.user().write(socket, out);
    };
  }

  private List<CompletableFuture<Throwable>> start(ClerkClient clerk, int count) {
    List<CompletableFuture<Throwable>> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      calls.add(CompletableFuture.supplyAsync(() -> lock(clerk), threads));
    }
    return calls;
  }

  private static Throwable lock(ClerkClient clerk) {
    return catchThrowable(() -> clerk.users().lockUser("user_1"));
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(60, TimeUnit.SECONDS)) {
        throw new AssertionError("What the test waits for did not happen");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      await(latch);
    } catch (IOException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitParked(Thread thread) throws InterruptedException {
    for (int i = 0; i < 3000 && thread.getState() != Thread.State.TIMED_WAITING; i++) {
      Thread.sleep(10);
    }
    assertThat(thread.getState()).isEqualTo(Thread.State.TIMED_WAITING);
  }
}
