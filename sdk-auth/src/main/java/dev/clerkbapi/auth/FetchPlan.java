package dev.clerkbapi.auth;

import java.time.Duration;

/**
 * When the keys of an instance are fetched. Times are those of {@link System#nanoTime()}. Not
 * thread-safe: {@link KeySet} guards it.
 */
final class FetchPlan {
  /** From then on they are fetched again, while they are used on. Clerk's own code has the same. */
  static final Duration REFRESH_AFTER = Duration.ofMinutes(5);

  /** So long they stay good if that fails. A removed key is known no longer than this. */
  static final Duration GOOD_FOR = Duration.ofHours(2);

  /** Tokens with an unknown {@code kid}, which anybody can make, cause one fetch in this time. */
  static final Duration UNKNOWN_EVERY = Duration.ofSeconds(30);

  /** After a failure while keys are good. */
  static final Duration REFRESH_RETRY = Duration.ofSeconds(30);

  /** After a fetch without success and without good keys: until then, nothing is asked. */
  static final Duration LOAD_RETRY = Duration.ofSeconds(1);

  private long lastStart;
  private long lastForUnknown;
  private boolean everForUnknown;

  static boolean isGood(long asked, long now) {
    return now - asked < GOOD_FOR.toNanos();
  }

  static boolean isDue(long asked, long now) {
    return now - asked >= REFRESH_AFTER.toNanos();
  }

  void started(long now) {
    lastStart = now;
  }

  boolean mayRetryLoad(long now) {
    return now - lastStart >= LOAD_RETRY.toNanos();
  }

  boolean mayRetryRefresh(long now) {
    return now - lastStart >= REFRESH_RETRY.toNanos();
  }

  /** Returns whether a fetch may be made now, and counts it. */
  boolean mayFetchForUnknown(long now) {
    boolean may = !everForUnknown || now - lastForUnknown >= UNKNOWN_EVERY.toNanos();
    if (may) {
      everForUnknown = true;
      lastForUnknown = now;
    }
    return may;
  }
}
