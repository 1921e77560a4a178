package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.support.Environment;

/** Exponential back-off with full jitter: a random time up to 250 ms, doubling up to 8 s. */
final class Backoff {
  private static final long FIRST_NANOS = 250_000_000L;
  private static final long LONGEST_NANOS = 8_000_000_000L;
  private static final int DOUBLINGS = 5; // 250 ms * 2^5 = 8 s

  private final Environment environment;

  Backoff(Environment environment) {
    this.environment = environment;
  }

  long nanosAfter(int attemptsMade) {
    int doublings = Math.min(attemptsMade - 1, DOUBLINGS);
    return environment.random(Math.min(FIRST_NANOS << doublings, LONGEST_NANOS));
  }
}
