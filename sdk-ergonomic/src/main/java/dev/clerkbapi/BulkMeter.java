package dev.clerkbapi;

import dev.clerkbapi.internal.Environment;
import java.util.function.Consumer;

/** Counts a bulk run, and tells the listener. Used by the thread that reads the stream. */
final class BulkMeter {
  private final long total;
  private final Environment environment;
  private final Consumer<LockProgress> listener;
  private final long start;
  private long read;
  private long done;
  private boolean ended;

  /** {@code total} is negative where it is not known. */
  BulkMeter(long total, Environment environment, Consumer<LockProgress> listener) {
    this.total = total;
    this.environment = environment;
    this.listener = listener;
    this.start = environment.nanoTime();
  }

  void read() {
    read++;
  }

  void done() {
    done++;
    tell();
  }

  void end() {
    if (!ended) {
      ended = true;
      tell();
    }
  }

  private void tell() {
    listener.accept(new LockProgress(done, total, read, environment.nanoTime() - start, ended));
  }
}
