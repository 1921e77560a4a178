package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.support.Limits;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Limits how many requests of a client are under way at once, first come, first served.
 * Thread-safe.
 */
final class Slots {
  private static final int MORE_THAN_ANYBODY_TAKES = Integer.MAX_VALUE / 2;

  private final Semaphore free = new Semaphore(Limits.REQUESTS_AT_ONCE, true);

  /** Waits for a slot; returns false if none was free in time. */
  boolean take(long nanos) throws InterruptedException {
    return free.tryAcquire(nanos, TimeUnit.NANOSECONDS);
  }

  void giveBack() {
    free.release();
  }

  /** Lets all waiting calls continue, which then find the client closed. Called once. */
  void close() {
    free.release(MORE_THAN_ANYBODY_TAKES);
  }
}
