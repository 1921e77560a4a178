package dev.clerkbapi.cli;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * Makes the first Ctrl-C end a run in order: no further user is begun, requests under way have a
 * moment for their responses, and the summary is printed. The second one ends the process at once;
 * the journal then lacks only outcomes, which the next run finds out.
 */
final class Interruption implements AutoCloseable {
  /** What shells make of a signal: 130 for Ctrl-C. */
  private static final int STATUS_OF_SIGNAL = 128;

  private final AtomicInteger signal = new AtomicInteger();
  private final Thread runner;
  private final Runnable announcement;
  private final Signals signals;

  private Interruption(Thread runner, Runnable announcement) {
    this.runner = runner;
    this.announcement = announcement;
    this.signals = Signals.handle(this::arrived);
  }

  /**
   * Interrupts the current thread, which reads the outcomes, when the process is asked to end.
   *
   * @param announcement called before
   */
  static Interruption ofCurrentThread(Runnable announcement) {
    return new Interruption(Thread.currentThread(), announcement);
  }

  /** Says what happens now. */
  static void announce(Notices notices, IntSupplier underWay) {
    int requests = underWay.getAsInt();
    String what =
        switch (requests) {
          case 0 -> "ending";
          case 1 -> "waiting up to 5 s for 1 request under way";
          default -> "waiting up to 5 s for " + requests + " requests under way";
        };
    notices.print("interrupted: " + what + "; Ctrl-C again ends at once");
  }

  private void arrived(int number) {
    if (!signal.compareAndSet(0, number)) {
      Runtime.getRuntime().halt(STATUS_OF_SIGNAL + number);
    }
    try {
      announcement.run();
    } finally {
      runner.interrupt();
    }
  }

  /** Returns the exit status of the process: this one, or that of the signal. */
  int exitStatus(int otherwise) {
    return signal.get() == 0 ? otherwise : STATUS_OF_SIGNAL + signal.get();
  }

  /** Call this once the summary is printed. */
  @Override
  public void close() {
    signals.close();
  }
}
