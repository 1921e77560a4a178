package dev.clerkbapi.internal;

import dev.clerkbapi.internal.Failure.Again;
import java.time.Duration;

/**
 * Decides after a failed attempt: try again after how long, or stop. No side effects but chance.
 */
final class RetryRules {
  static final long STOP = -1;
  private static final Duration LONGEST_OBEYED = Duration.ofSeconds(60);

  private final int maxAttempts;
  private final Backoff backoff;

  RetryRules(int maxAttempts, Backoff backoff) {
    this.maxAttempts = maxAttempts;
    this.backoff = backoff;
  }

  /** Returns the nanoseconds to wait before the next attempt, or {@link #STOP}. */
  long waitAfter(Failure failure, Progress call) {
    int attemptsMade = call.attemptsFailed();
    if (attemptsMade >= maxAttempts || !allows(failure.again(), call.operation().repeatable())) {
      return STOP;
    }
    long wait = backoff.nanosAfter(attemptsMade);
    Duration asked = failure.retryAfter();
    if (asked != null) {
      // Longer than a minute is for the caller to decide on; asking earlier than told never helps.
      if (asked.compareTo(LONGEST_OBEYED) > 0) {
        return STOP;
      }
      wait = Math.max(wait, asked.toNanos());
    }
    return wait < call.left() ? wait : STOP;
  }

  private static boolean allows(Again again, boolean repeatable) {
    return again == Again.ALWAYS || (again == Again.IF_REPEATABLE && repeatable);
  }
}
