package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.support.Environment;

/** 250 ms, doubling to 8 s, with full jitter: anything from nothing to that, evenly. */
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
