package dev.clerkbapi.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Admits so many requests within any stretch of time that is as long as the window. The window
 * slides: who stays within it stays within a fixed window, too, wherever that begins.
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
   * Takes room for a request and returns 0, or returns after how many whole seconds, 1 or more,
   * there is room.
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
