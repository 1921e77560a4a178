package dev.clerkbapi.cli;

import dev.clerkbapi.bulk.LockProgress;

/** Shows the progress of a run. Used by one thread, but may be closed by another one. */
interface ProgressView extends AutoCloseable {

  static ProgressView of(Console console, boolean plain, long total) {
    return plain || !console.isTerminal()
        ? new ProgressLines(console.out())
        : new ProgressOnTerminal(total);
  }

  /**
   * Shows the progress.
   *
   * @param notDone how many users so far failed, were refused, or are not done for another reason
   */
  void show(LockProgress progress, long notDone);

  /** Ends it. Has no effect the second time. */
  @Override
  void close();
}
