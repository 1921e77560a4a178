package dev.clerkbapi.internal.support;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A budget of N requests in any window of time, by virtual scheduling: one number says when the
 * next place would come if all were spaced evenly, and B places may come ahead of that. Lock-free;
 * places come in the order in which they are taken.
 *
 * <p>With a space of S between places, the first and the last of N + 1 places lie at least {@code
 * (N + 1 - B) * S} apart: B - 1 of the N spaces can have been saved up for a burst. So S is a
 * little more than {@code window / (N + 1 - B)}, and no window holds N + 1 places. B is small,
 * because the rate in the long run pays for it.
 */
public final class EvenBudget implements Limiter {
  private static final int SHARE_AT_ONCE = 20;
  private static final int MOST_AT_ONCE = 10;
  private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

  private final LongSupplier nanoTime;
  private final long space;
  private final long ahead;

  /** When the next place would come, by the clock above, if none may come ahead. */
  private final AtomicLong next;

  public EvenBudget(int requests, Duration window, LongSupplier nanoTime) {
    if (requests < 1) {
      throw new IllegalArgumentException("requests must be at least 1, not " + requests);
    }
    if (Checks.positive("per", window).compareTo(LONGEST_WINDOW) > 0) {
      throw new IllegalArgumentException("per must be at most a day, not " + window);
    }
    int atOnce = Math.min(Math.max(1, requests / SHARE_AT_ONCE), MOST_AT_ONCE);
    this.nanoTime = nanoTime;
    this.space = window.toNanos() / (requests + 1 - atOnce) + 1;
    this.ahead = space * (atOnce - 1);
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
