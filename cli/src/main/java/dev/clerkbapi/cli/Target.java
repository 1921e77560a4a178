package dev.clerkbapi.cli;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.ClerkClientBuilder;
import dev.clerkbapi.RateLimit;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which instance is meant, and how many requests a second it gets.
 *
 * @param url of the API; empty for Clerk's own
 * @param perSecond as asked for; empty for 80 % of what Clerk grants
 */
record Target(String key, Optional<String> url, OptionalInt perSecond) {
  private static final String KEY = "CLERK_SECRET_KEY";
  private static final String URL = "CLERK_API_URL";

  /** Clerk counts in windows of this length. */
  private static final int WINDOW_SECONDS = 10;

  private static final int LIVE_PER_SECOND = 80;
  private static final int TEST_PER_SECOND = 8;

  /**
   * Returns what the environment says.
   *
   * @throws RefusedException if it has no key
   */
  static Target of(Map<String, String> environment, OptionalInt perSecond) {
    String key = environment.getOrDefault(KEY, "").strip();
    if (key.isEmpty()) {
      throw new RefusedException(
          KEY + " is not set; give it the instance's secret key, or try --demo 500 without one");
    }
    String url = environment.getOrDefault(URL, "").strip();
    return new Target(key, Optional.of(url).filter(it -> !it.isEmpty()), perSecond);
  }

  /** Whether it is a production instance. */
  boolean isLive() {
    return key.startsWith("sk_live_");
  }

  int requestsPerSecond() {
    return perSecond.orElse(isLive() ? LIVE_PER_SECOND : TEST_PER_SECOND);
  }

  /** Returns a client that keeps to the rate. */
  ClerkClient connect() {
    ClerkClientBuilder builder = ClerkClient.builder().secretKey(key).userAgent("lock-users");
    url.ifPresent(builder::baseUrl);
    int perWindow = requestsPerSecond() * WINDOW_SECONDS;
    return builder.rateLimit(RateLimit.of(perWindow, Duration.ofSeconds(WINDOW_SECONDS))).build();
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "Target[" + url.orElse("Clerk") + "]";
  }
}
