package dev.clerkbapi.bulk;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Counts a bulk run, and notifies the listener. Used by the thread that reads the stream. */
final class BulkMeter {
  private final long total;
  private final LongSupplier nanoTime;
  private final Consumer<LockProgress> listener;
  private final long start;
  private long read;
  private long done;
  private boolean ended;

  /** {@code total} is negative where it is not known. */
  BulkMeter(long total, LongSupplier nanoTime, Consumer<LockProgress> listener) {
    this.total = total;
    this.nanoTime = nanoTime;
    this.listener = listener;
    this.start = nanoTime.getAsLong();
  }

  void read() {
    read++;
  }

  /** An outcome is given out; {@code pause} is the pause of the run, or null. */
  void done(@Nullable LockPause pause) {
    done++;
    report(pause);
  }

  void pauses(LockPause pause) {
    report(pause);
  }

  void end() {
    if (!ended) {
      ended = true;
      report(null);
    }
  }

  private void report(@Nullable LockPause pause) {
    try {
      long nanos = nanoTime.getAsLong() - start;
      listener.accept(new LockProgress(done, total, read, nanos, pause, ended));
    } catch (Throwable e) { // Users are locked, or not, whatever a listener does.
      System.getLogger("dev.clerkbapi.bulk")
          .log(Level.WARNING, "A listener of the progress threw; the run is not affected", e);
    }
  }
}
