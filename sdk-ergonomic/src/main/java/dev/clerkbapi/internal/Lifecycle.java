package dev.clerkbapi.internal;

import java.util.concurrent.CountDownLatch;

/** Open until closed, once; wakes those who wait. Thread-safe. */
final class Lifecycle {
  private final CountDownLatch closing = new CountDownLatch(1);

  void close() {
    closing.countDown();
  }

  boolean isClosed() {
    return closing.getCount() == 0;
  }

  void requireOpen() {
    if (isClosed()) {
      throw new IllegalStateException("This ClerkClient is closed; create a new one");
    }
  }

  /** Waits; shorter if closed meanwhile. */
  void sleep(long nanos, Environment environment) throws InterruptedException {
    environment.sleep(nanos, closing);
  }
}
