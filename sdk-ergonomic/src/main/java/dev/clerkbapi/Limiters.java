package dev.clerkbapi;

import dev.clerkbapi.internal.support.Credentials;
import dev.clerkbapi.internal.support.Limiter;
import java.time.Duration;

/** Adapts a {@link RateLimit} to the internals, which count nanoseconds. */
final class Limiters {
  private Limiters() {}

  /** Returns a budget of its own for the instance of these keys. */
  static Limiter forKeys(Credentials credentials) {
    String key = credentials.secretKey();
    return of(RateLimit.forKey(key == null ? "" : key));
  }

  static Limiter of(RateLimit limit) {
    return longestWait -> {
      Duration wait = limit.reserve(Duration.ofNanos(longestWait)).orElse(null);
      return wait == null ? Limiter.NONE : Math.max(0, wait.toNanos());
    };
  }
}
