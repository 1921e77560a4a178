package dev.clerkbapi.cli;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a person should know that is not a result. Not thread-safe. */
final class Notices {
  private static final int MOST_KEPT = 50;

  private final PrintWriter err;
  private final Deque<String> kept = new ArrayDeque<>();
  private long dropped;

  Notices(PrintWriter err) {
    this.err = err;
  }

  void tell(String line) {
    err.println(line.replaceAll("\\s*\\R\\s*", " "));
  }

  /** Tells it when the run has ended, so that it does not break a progress bar. */
  void tellAtEnd(String line) {
    if (kept.size() < MOST_KEPT) {
      kept.add(line);
    } else {
      dropped++;
    }
  }

  void end() {
    kept.forEach(this::tell);
    if (dropped > 0) {
      tell("... and " + dropped + " more like these");
    }
    kept.clear();
    dropped = 0;
  }
}
