package dev.clerkbapi.bulk;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time that passes for a bulk run. Tests bring their own and never wait. */
interface BulkTime {
  BulkTime SYSTEM =
      new BulkTime() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void sleep(long nanos, CountDownLatch wakeUp) throws InterruptedException {
          boolean unused = wakeUp.await(nanos, TimeUnit.NANOSECONDS);
        }
      };

  /** A clock that only measures, as {@link System#nanoTime()}. */
  long nanoTime();

  /** Waits for the given time, or until the latch opens if that is earlier. */
  void sleep(long nanos, CountDownLatch wakeUp) throws InterruptedException;

  /** How long responses are waited for after the reader was interrupted. */
  default Duration forResponses() {
    return Duration.ofSeconds(5);
  }
}
