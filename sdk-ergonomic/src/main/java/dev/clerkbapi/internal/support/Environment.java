package dev.clerkbapi.internal.support;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** What a call takes from outside: time, sleep and chance. Tests bring their own and never wait. */
public interface Environment {

  /** The time of day: stamps answers, reads dates. */
  Clock clock();

  /** A clock that only measures, as {@link System#nanoTime()}. */
  long nanoTime();

  /**
   * Waits for the given time, or until the latch opens if that is earlier.
   *
   * @throws InterruptedException if the thread is interrupted, before or while waiting
   */
  void sleep(long nanos, CountDownLatch wakeUp) throws InterruptedException;

  /** Returns a random number from 0 up to and including the given one. */
  long random(long atMost);
}
