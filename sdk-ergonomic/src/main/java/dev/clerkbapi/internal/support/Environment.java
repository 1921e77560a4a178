package dev.clerkbapi.internal.support;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** Time, sleep and randomness. Tests replace them, and never wait. */
public interface Environment {

  /** The wall clock, for the time of receipt and for HTTP dates. */
  Clock clock();

  /** A clock for durations only, as {@link System#nanoTime()}. */
  long nanoTime();

  /**
   * Waits for the given time, or until the latch opens if that happens earlier.
   *
   * @throws InterruptedException if the thread is interrupted, before or while waiting
   */
  void sleep(long nanos, CountDownLatch wakeUp) throws InterruptedException;

  /** Returns a random number from 0 up to and including the given one. */
  long random(long atMost);
}
