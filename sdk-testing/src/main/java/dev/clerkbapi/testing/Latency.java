package dev.clerkbapi.testing;

import java.time.Duration;
import java.util.Random;

/** Draws the delay of each response, evenly from a range. */
final class Latency {
  /** What fits in an int of milliseconds. */
  private static final Duration LONGEST = Duration.ofDays(24);

  private final Random random;
  private long least;
  private long most;

  Latency(long seed) {
    this.random = new Random(seed);
  }

  static void check(Duration min, Duration max) {
    if (min.isNegative() || min.compareTo(max) > 0 || max.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("not a range of delays: " + min + " to " + max);
    }
  }

  synchronized void set(Duration min, Duration max) {
    check(min, max);
    this.least = min.toMillis();
    this.most = max.toMillis();
  }

  /** Returns whole milliseconds. */
  synchronized Duration next() {
    return Duration.ofMillis(
        least == most ? least : least + (long) (random.nextDouble() * (most - least + 1)));
  }
}
