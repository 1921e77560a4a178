package dev.clerkbapi.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl-C stop a run cleanly: no further request is sent, requests under way get their
 * outcome, and the summary is printed.
 */
final class Interruption implements AutoCloseable {
  private static final long SECONDS_TO_END = 20;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Thread runner) {
    this.hook = new Thread(() -> interrupt(runner), "lock-users-interruption");
  }

  /** Interrupts the current thread, which reads the outcomes, when the JVM is asked to exit. */
  static Interruption ofCurrentThread() {
    Interruption interruption = new Interruption(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void interrupt(Thread runner) {
    runner.interrupt();
    try {
      boolean unused = ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Call this once the summary is printed; the JVM may then exit. */
  @Override
  public void close() {
    ended.countDown();
    try {
      boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is exiting, and the hook is running.
    }
  }
}
