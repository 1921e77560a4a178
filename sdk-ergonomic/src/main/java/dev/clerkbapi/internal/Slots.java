package dev.clerkbapi.internal;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many requests of a client are under way at once. HTTP/1.1 opens a connection for each: ten
 * thousand threads would open ten thousand. Thread-safe; those who wait longest come first.
 */
final class Slots {
  static final int COUNT = 64;
  private static final int MORE_THAN_ANYBODY_TAKES = Integer.MAX_VALUE / 2;

  private final Semaphore free = new Semaphore(COUNT, true);

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
