package dev.clerkbapi.cli;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;

/** Messages on standard error, one line each. Not thread-safe. */
final class Notices {
  private static final int MOST_KEPT = 50;

  private final PrintWriter err;
  private final Deque<String> kept = new ArrayDeque<>();
  private long dropped;

  Notices(PrintWriter err) {
    this.err = err;
  }

  void print(String line) {
    err.println(line.replaceAll("\\s*\\R\\s*", " "));
  }

  /** Keeps a message until the run has ended, so that it does not break up the progress bar. */
  void keep(String line) {
    if (kept.size() < MOST_KEPT) {
      kept.add(line);
    } else {
      dropped++;
    }
  }

  /** Prints the messages that were kept, the first 50 of them. */
  void printKept() {
    kept.forEach(this::print);
    if (dropped > 0) {
      print("... and " + dropped + " more like these");
    }
    kept.clear();
    dropped = 0;
  }
}
