package dev.clerkbapi.cli;

import dev.clerkbapi.LockProgress;

/** Shows a person how far a run is. Used by one thread. */
interface ProgressView extends AutoCloseable {

  static ProgressView of(Console console, boolean plain, long total) {
    return plain || !console.isTerminal()
        ? new ProgressLines(console.out())
        : new ProgressOnTerminal(total);
  }

  /**
   * Shows it.
   *
   * @param notDone how many outcomes so far are not as they should be
   */
  void show(LockProgress progress, long notDone);

  @Override
  void close();
}
