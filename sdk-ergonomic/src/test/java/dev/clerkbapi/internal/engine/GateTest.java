package dev.clerkbapi.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.ClerkClientBuilder;
import dev.clerkbapi.RetryPolicy;
import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.errors.ClerkApiException.RateLimited;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.errors.ClerkTransportException.Reason;
import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.RawServer.Response;
import dev.clerkbapi.model.User;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A 429 with {@code Retry-After} holds back all calls of a client; none of the waits is real. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GateTest {
  private final FakeEnvironment environment = new FakeEnvironment();

  @Test
  void anotherCall_waitsUntilItOpensAlsoWithoutRetries() throws IOException {
    try (RawServer server = new RawServer(busyFor(5), RawServer.user());
        ClerkClient clerk = once(server).build()) {
      limited(clerk);
      assertThat(environment.sleeps()).isEmpty();
      clerk.users().getUser("user_1");

      assertThat(environment.sleeps()).containsExactly(Duration.ofMillis(5250));
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void laterCalls_doNotWaitAgain() throws IOException {
    try (RawServer server = new RawServer(busyFor(5), RawServer.user());
        ClerkClient clerk = client(server).build()) {
      clerk.users().getUser("user_1");
      clerk.users().getUser("user_1");

      assertThat(environment.sleeps()).containsExactly(Duration.ofMillis(5250));
    }
  }

  @Test
  void passedTime_countsAsWaiting() throws IOException {
    try (RawServer server = new RawServer(busyFor(5), RawServer.user());
        ClerkClient clerk = once(server).build()) {
      limited(clerk);
      environment.advance(Duration.ofSeconds(5));
      clerk.users().getUser("user_1");

      assertThat(environment.sleeps()).isEmpty();
    }
  }

  @Test
  void openingBeyondTimeLeft_endsAtOnceWithoutSending() throws IOException {
    Response busy = RawServer.http("429 No", Fixtures.error("too_many_requests"), "Retry-After: 5");
    try (RawServer server = new RawServer(busy, RawServer.user());
        ClerkClient clerk = once(server).timeout(Duration.ofSeconds(3)).build()) {
      assertThat(limited(clerk).retryAfter()).contains(Duration.ofSeconds(5));
      environment.advance(Duration.ofMillis(1500));
      RateLimited e =
          catchThrowableOfType(RateLimited.class, () -> clerk.users().banUser("user_1"));

      assertThat(e.retryAfter()).contains(Duration.ofMillis(3500));
      assertThat(e.path()).isEqualTo("/users/{user_id}/ban");
      assertThat(e.hasCode("too_many_requests")).isTrue();
      assertThat(e.traceId()).contains("trace_1");
      assertThat(e.mayHaveBeenCarriedOut()).isFalse();
      assertThat(environment.sleeps()).isEmpty();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void jitter_doesNotUseUpTheTimeLeft() throws IOException {
    try (RawServer server = new RawServer(busyFor(5), RawServer.user());
        ClerkClient clerk = once(server).timeout(Duration.ofMillis(5100)).build()) {
      limited(clerk);
      clerk.users().getUser("user_1");

      assertThat(environment.sleeps()).containsExactly(Duration.ofMillis(5050));
    }
  }

  @Test
  void longTime_isCutAtAMinute() throws IOException {
    try (RawServer server = new RawServer(busyFor(3600), RawServer.user());
        ClerkClient clerk = once(server).timeout(Duration.ofHours(2)).build()) {
      limited(clerk);
      clerk.users().getUser("user_1");

      assertThat(environment.sleeps()).containsExactly(Duration.ofMillis(60_250));
    }
  }

  @Test
  void shorterTime_doesNotOpenItEarlier() throws Exception {
    CountDownLatch bothSent = new CountDownLatch(2);
    CountDownLatch closed = new CountDownLatch(1);
    try (RawServer server =
            new RawServer(
                after(bothSent, bothSent, busyFor(10)),
                after(bothSent, closed, busyFor(1)),
                RawServer.user());
        ClerkClient clerk = once(server).build()) {
      CompletableFuture<User> first = lockOnAnotherThread(clerk);
      CompletableFuture<User> second = lockOnAnotherThread(clerk);
      CompletableFuture<Object> either = CompletableFuture.anyOf(first, second);
      assertThat(catchThrowable(either::join)).hasCauseExactlyInstanceOf(RateLimited.class);
      closed.countDown();
      assertThat(catchThrowable(first::join)).hasCauseExactlyInstanceOf(RateLimited.class);
      assertThat(catchThrowable(second::join)).hasCauseExactlyInstanceOf(RateLimited.class);
      clerk.users().getUser("user_1");

      assertThat(environment.sleeps()).containsExactly(Duration.ofMillis(10_250));
    }
  }

  @Test
  void limitedWithoutTime_orUnavailable_doesNotCloseIt() throws IOException {
    Response down = RawServer.http("503 No", "", "Retry-After: 20");
    for (Response response : new Response[] {RawServer.http("429 No", ""), down}) {
      try (RawServer server = new RawServer(response, RawServer.user());
          ClerkClient clerk = once(server).build()) {
        failure(clerk);
        clerk.users().getUser("user_1");

        assertThat(environment.sleeps()).isEmpty();
      }
    }
  }

  @Test
  void heldBackAfterALostResponse_mayHaveBeenCarriedOut() throws IOException {
    try (RawServer server = new RawServer(RawServer.reset(), busyFor(40), RawServer.user());
        ClerkClient clerk = client(server).build()) {
      environment.onSleep(
          () -> {
            environment.onSleep(() -> {});
            limited(clerk); // Another call, while this one backs off.
          });
      RateLimited e = limited(clerk);

      assertThat(e.mayHaveBeenCarriedOut()).isTrue();
      assertThat(e.getSuppressed()).hasSize(1);
      assertThat(e.getSuppressed()[0]).isExactlyInstanceOf(ClerkTransportException.class);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void closingTheClient_endsTheWait() throws IOException {
    try (RawServer server = new RawServer(busyFor(5), RawServer.user());
        ClerkClient clerk = once(server).build()) {
      limited(clerk);
      environment.onSleep(clerk::close);

      expectStopped(failure(clerk), Reason.CLOSED);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void interrupting_endsTheWait() throws IOException {
    try (RawServer server = new RawServer(busyFor(5), RawServer.user());
        ClerkClient clerk = once(server).build()) {
      limited(clerk);
      environment.onSleep(Thread.currentThread()::interrupt);
      ClerkException e = failure(clerk);

      assertThat(Thread.interrupted()).isTrue();
      expectStopped(e, Reason.INTERRUPTED);
      assertThat(server.requests()).hasSize(1);
    }
  }

  private static void expectStopped(ClerkException e, Reason reason) {
    assertThat(((ClerkTransportException) e).reason()).isEqualTo(reason);
    assertThat(e.mayHaveBeenCarriedOut()).isFalse();
  }

  private static Response busyFor(int seconds) {
    return RawServer.http("429 Too Many Requests", "", "Retry-After: " + seconds);
  }

  /** Counts down when the request is there, and responds once the other latch is open. */
  private static Response after(CountDownLatch received, CountDownLatch open, Response response) {
    return (socket, out) -> {
      received.countDown();
      try {
        assertThat(open.await(30, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      response.write(socket, out);
    };
  }

  private static CompletableFuture<User> lockOnAnotherThread(ClerkClient clerk) {
    return clerk.callAsync(clerk.api(UsersApi.class).lockUser("user_1"));
  }

  private static RateLimited limited(ClerkClient clerk) {
    return catchThrowableOfType(RateLimited.class, () -> clerk.users().lockUser("user_1"));
  }

  private static ClerkException failure(ClerkClient clerk) {
    return catchThrowableOfType(ClerkException.class, () -> clerk.users().lockUser("user_1"));
  }

  private ClerkClientBuilder client(RawServer server) {
    return Fixtures.client(server.baseUrl(), environment);
  }

  private ClerkClientBuilder once(RawServer server) {
    return client(server).retryPolicy(RetryPolicy.none());
  }
}
