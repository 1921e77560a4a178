package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.support.Limits;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how many requests of a client are under way at once. Thread-safe; first come, first
 * served.
 */
final class Slots {
  private static final int MORE_THAN_ANYBODY_TAKES = Integer.MAX_VALUE / 2;

  private final Semaphore free = new Semaphore(Limits.REQUESTS_AT_ONCE, true);

  /** Returns false if none was free in that time. */
  boolean take(long nanos) throws InterruptedException {
    return free.tryAcquire(nanos, TimeUnit.NANOSECONDS);
  }

  void giveBack() {
    free.release();
  }

  /** Lets all who wait go, to find the client closed. Called once. */
  void close() {
    free.release(MORE_THAN_ANYBODY_TAKES);
  }
}
