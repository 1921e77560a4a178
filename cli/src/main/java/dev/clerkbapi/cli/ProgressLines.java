package dev.clerkbapi.cli;

import dev.clerkbapi.bulk.LockPause;
import dev.clerkbapi.bulk.LockProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Prints a line every 5 seconds, for logs, and one when the run begins to wait for the API. */
final class ProgressLines implements ProgressView {
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final PrintWriter out;
  private Duration next = EVERY;
  private Optional<LockPause> pause = Optional.empty();

  ProgressLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void show(LockProgress progress, long notDone) {
    printPause(progress.pause());
    if (progress.elapsed().compareTo(next) < 0 || progress.ended()) {
      return;
    }
    next = progress.elapsed().plus(EVERY);
    out.println(
        String.format(Locale.ROOT, "%s, %.1f a second", progress, progress.usersPerSecond())
            + (notDone == 0 ? "" : ", " + notDone + " not done")
            + progress.estimatedTimeLeft().map(it -> ", " + Texts.time(it) + " left").orElse(""));
  }

  private void printPause(Optional<LockPause> now) {
    if (now.isPresent() && !now.equals(pause)) {
      out.println(now.get());
    }
    pause = now;
  }

  @Override
  public void close() {}
}
