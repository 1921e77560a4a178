package dev.clerkbapi.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Admits a limited number of requests within a sliding window. Whoever keeps to a sliding window
 * also keeps to a fixed one, wherever that starts.
 */
final class RateLimit {
  private final int most;
  private final Duration window;
  private final MovableClock clock;
  private final Deque<Instant> admitted = new ArrayDeque<>();

  RateLimit(int most, Duration window, MovableClock clock) {
    this.most = most;
    this.window = window;
    this.clock = clock;
  }

  /**
   * Admits a request and returns 0, or refuses it and returns how many whole seconds to wait, 1 or
   * more.
   */
  synchronized long admit() {
    Instant now = clock.instant();
    Instant begin = now.minus(window);
    while (!admitted.isEmpty() && !admitted.getFirst().isAfter(begin)) {
      admitted.removeFirst();
    }
    if (admitted.size() < most) {
      admitted.addLast(now);
      return 0;
    }
    return Duration.between(begin, admitted.getFirst()).plusNanos(999_999_999).toSeconds();
  }
}
