package dev.clerkbapi.cli;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.ClerkClientBuilder;
import dev.clerkbapi.RateLimit;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The instance to work on, and the rate of requests to it.
 *
 * @param key the instance's secret key
 * @param url the API's URL; empty for Clerk's own
 * @param perSecond requests per second; empty for the default of {@link RateLimit#forKey}
 */
record Target(String key, Optional<String> url, OptionalInt perSecond) {
  private static final String KEY = "CLERK_SECRET_KEY";
  private static final String URL = "CLERK_API_URL";
  private static final String DEFAULT_URL = "https://api.clerk.com/v1";

  /** Clerk counts requests over this time. */
  private static final int WINDOW_SECONDS = 10;

  /** What {@link RateLimit#forKey} permits, which does not show its numbers; a test compares. */
  static final int LIVE_PER_SECOND = 80;

  static final int TEST_PER_SECOND = 8;

  /**
   * Returns the target that the environment variables name.
   *
   * @throws RefusedException if there is no key among them
   */
  static Target of(Map<String, String> environment, OptionalInt perSecond) {
    String key = environment.getOrDefault(KEY, "").strip();
    if (key.isEmpty()) {
      throw new RefusedException(
          KEY + " is not set; set it to the instance's secret key, or try --demo 500 without one");
    }
    String url = environment.getOrDefault(URL, "").strip();
    return new Target(
        key, Optional.of(url).filter(it -> !it.isEmpty()).map(Target::withPath), perSecond);
  }

  /** As {@link ClerkClientBuilder#fromEnv} does: other SDKs of Clerk have the URL without it. */
  private static String withPath(String url) {
    return url.matches("https?://[^/?#]+/?") ? url.replaceFirst("/?$", "/v1") : url;
  }

  /** Returns the API's URL. */
  String baseUrl() {
    return url.orElse(DEFAULT_URL);
  }

  /** Returns whether the key belongs to a production instance. */
  boolean isLive() {
    return key.startsWith("sk_live_");
  }

  int requestsPerSecond() {
    return perSecond.orElse(isLive() ? LIVE_PER_SECOND : TEST_PER_SECOND);
  }

  /** Returns a limit for one run. */
  RateLimit rateLimit() {
    return perSecond.isPresent()
        ? RateLimit.of(perSecond.getAsInt() * WINDOW_SECONDS, Duration.ofSeconds(WINDOW_SECONDS))
        : RateLimit.forKey(key);
  }

  /** Returns a client that keeps to the rate. */
  ClerkClient connect() {
    ClerkClientBuilder builder = ClerkClient.builder().secretKey(key).userAgent("lock-users");
    url.ifPresent(builder::baseUrl);
    return builder.rateLimit(rateLimit()).build();
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "Target[" + url.orElse("Clerk") + "]";
  }
}
