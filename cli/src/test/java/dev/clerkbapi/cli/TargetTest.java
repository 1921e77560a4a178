package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.RateLimit;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
  /** The plan prints a number that the library's limit does not show. */
  @ParameterizedTest
  @ValueSource(strings = {"sk_live_x", "sk_test_x"})
  void defaultRate_isTheLibrarys(String key) {
    Target target = new Target(key, Optional.empty(), OptionalInt.empty());
    RateLimit shown = RateLimit.of(target.requestsPerSecond() * 10, Duration.ofSeconds(10));
    assertThat(target.rateLimit()).hasToString(RateLimit.forKey(key).toString());
    assertThat(shown).hasToString(RateLimit.forKey(key).toString());
  }
}
