package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.RawServer.Answer;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.internal.support.EvenBudget;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a client does with a budget, and what the built-in ones promise. */
class RateLimitTest {
  private static final Answer FAILED = RawServer.http("500 Internal Server Error", "");
  private static final Duration NOW = Duration.ZERO;
  private static final Duration NONE = null;

  private final FakeEnvironment environment = new FakeEnvironment();

  /** The n-th request for a place gets the n-th answer, null for none. */
  private static final class Scripted implements RateLimit {
    private final Duration[] places;
    private final List<Duration> asked = new ArrayList<>();

    Scripted(Duration... places) {
      this.places = places;
    }

    @Override
    public Optional<Duration> reserve(Duration longestWait) {
      asked.add(longestWait);
      return Optional.ofNullable(places[asked.size() - 1]);
    }
  }

  @Test
  void place_isWaitedFor() throws IOException {
    Scripted limit = new Scripted(Duration.ofSeconds(3));
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = client(server, limit)) {
      clerk.users().lockUser("user_1");

      assertThat(environment.sleeps()).containsExactly(Duration.ofSeconds(3));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void everyAttempt_takesAPlaceWithinTheTimeLeft() throws IOException {
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
  void noPlaceInTime_endsWithoutSending() throws IOException {
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = client(server, new Scripted(NONE))) {
      ClerkTransportException e = failure(clerk);

      assertThat(e.mayHaveBeenCarriedOut()).isFalse();
      assertThat(environment.sleeps()).isEmpty();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void placeBeyondTheTimeLeft_isNone() throws IOException {
    Scripted limit = new Scripted(Duration.ofSeconds(31));
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = client(server, limit)) {
      failure(clerk);

      assertThat(environment.sleeps()).isEmpty();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void noPlaceForTheSecondAttempt_mayHaveBeenCarriedOutByTheFirst() throws IOException {
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
  void closedGate_comesFirstAndTakesNoPlace() throws IOException {
    Scripted limit = new Scripted(NOW, NOW);
    Answer busy = RawServer.http("429 No", "", "Retry-After: 40");
    try (RawServer server = new RawServer(busy, RawServer.user());
        ClerkClient clerk = client(server, limit)) {
      for (int i = 0; i < 3; i++) {
        assertThat(catchThrowable(() -> lock(clerk))).isNotNull();
      }
      assertThat(limit.asked).hasSize(1);
    }
  }

  @Test
  void gateThatClosesDuringTheWaitForAPlace_isHeeded() throws IOException {
    Answer busy = RawServer.http("429 No", "", "Retry-After: 20");
    Scripted limit = new Scripted(Duration.ofSeconds(1), NOW, NOW);
    try (RawServer server = new RawServer(busy, RawServer.user());
        ClerkClient clerk = client(server, limit, RetryPolicy.none())) {
      environment.onSleep(
          () -> {
            environment.onSleep(() -> {});
            assertThat(catchThrowable(() -> lock(clerk))).isNotNull();
          });
      lock(clerk);

      // The second second is that of the place: the gate closed before it began.
      assertThat(environment.sleeps())
          .containsExactly(Duration.ofSeconds(1), Duration.ofMillis(19_250));
      assertThat(limit.asked).hasSize(3);
    }
  }

  @Test
  void builtIn_holdsBackMoreThanItsNumber() throws IOException {
    Duration per = Duration.ofSeconds(20);
    EvenBudget budget = new EvenBudget(2, per, environment::nanoTime);
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = client(server, new LocalRateLimit(2, per, budget))) {
      lock(clerk);
      lock(clerk);
      lock(clerk);

      Duration space = Duration.ofSeconds(10).plusNanos(1);
      assertThat(environment.sleeps()).containsExactly(space, space);
    }
  }

  @Test
  void forKey_is80PercentOfWhatTheKindOfKeyIsGranted() {
    assertThat(RateLimit.forKey("sk_live_abc")).hasToString("RateLimit[800 per PT10S]");
    assertThat(RateLimit.forKey("sk_test_abc")).hasToString("RateLimit[80 per PT10S]");
    assertThat(RateLimit.forKey("other")).hasToString("RateLimit[80 per PT10S]");
  }

  @Test
  void reserve_takesAnyDuration() {
    RateLimit limit = RateLimit.of(1, Duration.ofDays(1));

    assertThat(limit.reserve(Duration.ofSeconds(-1))).isEmpty();
    assertThat(limit.reserve(Duration.ZERO)).contains(Duration.ZERO);
    assertThat(limit.reserve(Duration.ofSeconds(Long.MAX_VALUE))).isPresent();
    assertThat(limit.reserve(Duration.ZERO)).isEmpty();
  }

  @Test
  void impossibleBudget_isRefused() {
    Duration second = Duration.ofSeconds(1);
    assertThatIllegalArgumentException().isThrownBy(() -> RateLimit.of(0, second));
    assertThatIllegalArgumentException().isThrownBy(() -> RateLimit.of(1, Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateLimit.of(1, Duration.ofDays(1).plusNanos(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateLimit.of(1, Duration.ofSeconds(Long.MAX_VALUE)));
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
