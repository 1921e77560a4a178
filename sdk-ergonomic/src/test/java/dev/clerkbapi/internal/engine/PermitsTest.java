package dev.clerkbapi.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.RateLimit;
import dev.clerkbapi.RetryPolicy;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.errors.ClerkTransportException.Reason;
import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.RawServer.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every attempt takes a permit of the rate limit, and is sent once the permit is due. */
class PermitsTest {
  private static final Response FAILED = RawServer.http("500 Internal Server Error", "");
  private static final Duration NOW = Duration.ZERO;
  private static final Duration NONE = null;

  private final FakeEnvironment environment = new FakeEnvironment();

  /** The n-th attempt gets the n-th wait; null means that there is no permit. */
  private static final class Scripted implements RateLimit {
    private final Duration[] waits;
    private final List<Duration> asked = new ArrayList<>();

    Scripted(Duration... waits) {
      this.waits = waits;
    }

    @Override
    public Optional<Duration> reserve(Duration longestWait) {
      asked.add(longestWait);
      return Optional.ofNullable(waits[asked.size() - 1]);
    }
  }

  @Test
  void permit_isWaitedFor() throws IOException {
    Scripted limit = new Scripted(Duration.ofSeconds(3));
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = client(server, limit)) {
      clerk.users().lockUser("user_1");

      assertThat(environment.sleeps()).containsExactly(Duration.ofSeconds(3));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void everyAttempt_takesAPermitWithinTheTimeLeft() throws IOException {
    Scripted limit = new Scripted(NOW, Duration.ofSeconds(2), NOW);
    try (RawServer server = new RawServer(FAILED, FAILED, RawServer.user());
        ClerkClient clerk = client(server, limit)) {
      clerk.users().lockUser("user_1");

      assertThat(limit.asked)
          .containsExactly(
              Duration.ofSeconds(30), Duration.ofMillis(29_750), Duration.ofMillis(27_250));
    }
  }

  @Test
  void noPermitInTime_endsWithoutSending() throws IOException {
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = client(server, new Scripted(NONE))) {
      ClerkTransportException e = failure(clerk);

      assertThat(e.reason()).isEqualTo(Reason.LIMIT);
      assertThat(e.mayHaveBeenCarriedOut()).isFalse();
      assertThat(environment.sleeps()).isEmpty();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void permitBeyondTheTimeLeft_isNone() throws IOException {
    Scripted limit = new Scripted(Duration.ofSeconds(31));
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = client(server, limit)) {
      failure(clerk);

      assertThat(environment.sleeps()).isEmpty();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void noPermitForTheSecondAttempt_mayHaveBeenCarriedOutByTheFirst() throws IOException {
    try (RawServer server = new RawServer(RawServer.reset(), RawServer.user());
        ClerkClient clerk = client(server, new Scripted(NOW, NONE))) {
      ClerkTransportException e = failure(clerk);

      assertThat(e.mayHaveBeenCarriedOut()).isTrue();
      assertThat(e.getSuppressed()).hasSize(1);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void limitThatThrows_endsTheCallWithItsException() throws IOException {
    IllegalStateException down = new IllegalStateException("the store is down");
    RateLimit broken =
        longest -> {
          throw down;
        };
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = client(server, broken)) {
      ClerkTransportException e = failure(clerk);

      assertThat(e).hasCause(down);
      assertThat(e.mayHaveBeenCarriedOut()).isFalse();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void closedGate_comesFirstAndTakesNoPermit() throws IOException {
    Scripted limit = new Scripted(NOW, NOW);
    Response busy = RawServer.http("429 No", "", "Retry-After: 40");
    try (RawServer server = new RawServer(busy, RawServer.user());
        ClerkClient clerk = client(server, limit)) {
      for (int i = 0; i < 3; i++) {
        assertThat(catchThrowable(() -> lock(clerk))).isNotNull();
      }
      assertThat(limit.asked).hasSize(1);
    }
  }

  @Test
  void gateThatClosesDuringTheWaitForAPermit_holdsTheCallBack() throws IOException {
    Response busy = RawServer.http("429 No", "", "Retry-After: 20");
    Scripted limit = new Scripted(Duration.ofSeconds(1), NOW, NOW);
    try (RawServer server = new RawServer(busy, RawServer.user());
        ClerkClient clerk = client(server, limit, RetryPolicy.none())) {
      environment.onSleep(
          () -> {
            environment.onSleep(() -> {});
            assertThat(catchThrowable(() -> lock(clerk))).isNotNull();
          });
      lock(clerk);

      // 20 s less the second of the permit, which had begun, and 250 ms at random.
      assertThat(environment.sleeps())
          .containsExactly(Duration.ofSeconds(1), Duration.ofMillis(19_250));
      assertThat(limit.asked).hasSize(3);
    }
  }

  private static void lock(ClerkClient clerk) {
    assertThat(clerk.users().lockUser("user_1")).isNotNull();
  }

  private static ClerkTransportException failure(ClerkClient clerk) {
    return catchThrowableOfType(
        ClerkTransportException.class, () -> clerk.users().lockUser("user_1"));
  }

  private ClerkClient client(RawServer server, RateLimit limit) {
    return client(server, limit, RetryPolicy.defaults());
  }

  private ClerkClient client(RawServer server, RateLimit limit, RetryPolicy policy) {
    return Fixtures.client(server.baseUrl(), environment)
        .retryPolicy(policy)
        .rateLimit(limit)
        .build();
  }
}
