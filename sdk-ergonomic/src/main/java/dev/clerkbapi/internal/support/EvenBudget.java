package dev.clerkbapi.internal.support;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A budget of N requests in any window of time, by virtual scheduling: one number is the time of
 * the next permit if all were spaced evenly, and bursts of B permits may be earlier. Lock-free;
 * permits are granted in the order of the reservations.
 *
 * <p>With a space of S between permits, the first and the last of N + 1 permits are at least {@code
 * (N + 1 - B) * S} apart: B - 1 of the N spaces can have been saved up for a burst. So S is
 * slightly more than {@code window / (N + 1 - B)}, and no window contains N + 1 permits. B is
 * small, because it lowers the sustained rate.
 */
public final class EvenBudget implements Limiter {
  private static final int BURST_SHARE = 20;
  private static final int LARGEST_BURST = 10;
  private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

  private final LongSupplier nanoTime;
  private final long space;
  private final long ahead;

  /** The time of the next permit, by the clock above, without a burst. */
  private final AtomicLong next;

  public EvenBudget(int requests, Duration window, LongSupplier nanoTime) {
    if (requests < 1) {
      throw new IllegalArgumentException("requests must be at least 1, not " + requests);
    }
    if (Checks.positive("per", window).compareTo(LONGEST_WINDOW) > 0) {
      throw new IllegalArgumentException("per must be at most a day, not " + window);
    }
    int burst = Math.min(Math.max(1, requests / BURST_SHARE), LARGEST_BURST);
    this.nanoTime = nanoTime;
    this.space = window.toNanos() / (requests + 1 - burst) + 1;
    this.ahead = space * (burst - 1);
    this.next = new AtomicLong(nanoTime.getAsLong());
  }

  @Override
  public long reserve(long longestWait) {
    while (true) {
      long due = next.get();
      long now = nanoTime.getAsLong();
      long untilDue = Math.max(0, due - now);
      long wait = Math.max(0, untilDue - ahead);
      if (wait > longestWait) {
        return NONE;
      }
      if (next.compareAndSet(due, now + untilDue + space)) {
        return wait;
      }
    }
  }
}
