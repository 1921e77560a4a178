package dev.clerkbapi.cli;

import dev.clerkbapi.bulk.LockProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Prints a line every 5 seconds, for logs. */
final class ProgressLines implements ProgressView {
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final PrintWriter out;
  private Duration next = EVERY;

  ProgressLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void show(LockProgress progress, long notDone) {
    if (progress.elapsed().compareTo(next) < 0 || progress.ended()) {
      return;
    }
    next = progress.elapsed().plus(EVERY);
    out.println(
        String.format(Locale.ROOT, "%s, %.1f a second", progress, progress.usersPerSecond())
            + (notDone == 0 ? "" : ", " + notDone + " not done")
            + progress.estimatedTimeLeft().map(it -> ", " + Texts.time(it) + " left").orElse(""));
  }

  @Override
  public void close() {}
}
