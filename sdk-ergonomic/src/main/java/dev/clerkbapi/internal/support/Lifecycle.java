package dev.clerkbapi.internal.support;

import java.util.concurrent.CountDownLatch;

/** Whether a client is open; closing it wakes the threads that wait here. Thread-safe. */
public final class Lifecycle {
  private final CountDownLatch closing = new CountDownLatch(1);

  public void close() {
    closing.countDown();
  }

  public boolean isClosed() {
    return closing.getCount() == 0;
  }

  public void requireOpen() {
    if (isClosed()) {
      throw new IllegalStateException("This ClerkClient is closed; create a new one");
    }
  }

  /** Waits for the given time, or until closed. */
  public void sleep(long nanos, Environment environment) throws InterruptedException {
    environment.sleep(nanos, closing);
  }
}
