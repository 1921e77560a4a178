package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.internal.support.EvenBudget;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the built-in rate limits promise. */
class RateLimitTest {

  @Test
  void moreThanTheNumber_isHeldBack() throws IOException {
    Duration per = Duration.ofSeconds(20);
    FakeEnvironment environment = new FakeEnvironment();
    EvenBudget budget = new EvenBudget(2, per, environment::nanoTime);
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk =
            Fixtures.client(server.baseUrl(), environment)
                .rateLimit(new LocalRateLimit(2, per, budget))
                .build()) {
      for (int i = 0; i < 3; i++) {
        clerk.users().lockUser("user_1");
      }

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
}
