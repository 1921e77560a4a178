package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.RateLimit;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "https://api.clerk.com, https://api.clerk.com/v1",
    "https://api.clerk.com/, https://api.clerk.com/v1",
    "http://127.0.0.1:8080, http://127.0.0.1:8080/v1",
    "https://proxy.example.com/clerk, https://proxy.example.com/clerk",
    "https://api.clerk.com/v1, https://api.clerk.com/v1",
    "'', https://api.clerk.com/v1"
  })
  void urlOfTheEnvironment_mayLackThePath(String variable, String expected) {
    Map<String, String> environment =
        Map.of("CLERK_SECRET_KEY", "sk_test_x", "CLERK_API_URL", variable);
    assertThat(Target.of(environment, OptionalInt.empty()).baseUrl()).isEqualTo(expected);
  }
}
