package dev.clerkbapi.bulk;

import dev.clerkbapi.ClerkClient;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many users a bulk run works on at once. Unless that is fixed, it follows what is seen: twice
 * the number of requests under way on average, which is the rate times the latency. If the number
 * of users is what holds the run up, that makes it grow; if the rate limit is, it stays above what
 * the rate needs. Thread-safe.
 */
final class BulkConcurrency {
  private static final int MOST = ClerkClient.MAX_CONCURRENT_REQUESTS;
  private static final int FIRST = 16;
  private static final int AT_LEAST_MORE = 4;
  private static final double SHARE = 2;
  private static final long SHORTEST_NANOS = 250_000_000;

  private final boolean fixed;
  private final LongSupplier nanoTime;
  private volatile int users;
  private long since;
  private long busyNanos;
  private int responses;

  /** {@code fixed} is 0 where the number is to follow what is seen. */
  BulkConcurrency(int fixed, LongSupplier nanoTime) {
    this.fixed = fixed > 0;
    this.nanoTime = nanoTime;
    this.users = fixed > 0 ? fixed : FIRST;
    this.since = nanoTime.getAsLong();
  }

  int users() {
    return users;
  }

  /** A response came, after this time since its request was sent. */
  synchronized void responded(Duration latency) {
    if (fixed) {
      return;
    }
    busyNanos += latency.toNanos();
    responses++;
    long now = nanoTime.getAsLong();
    // One response of each at least: those of the slowest come last.
    if (now - since >= SHORTEST_NANOS && responses >= users) {
      adapt((double) busyNanos / (now - since));
      since = now;
      busyNanos = 0;
      responses = 0;
    }
  }

  private void adapt(double underWay) {
    int wanted = (int) Math.ceil(underWay * SHARE) + AT_LEAST_MORE;
    // A pause, or one slow moment, says little about what comes after it.
    int notBelow = users - users / 4;
    users = Math.min(MOST, Math.max(wanted, notBelow));
  }
}
