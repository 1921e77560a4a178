package dev.clerkbapi.cli;

import dev.clerkbapi.bulk.LockProgress;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error. Thread-safe: it may be closed while it is told something. */
final class ProgressOnTerminal implements ProgressView {
  private static final int EVERY_MILLIS = 250;

  private final ProgressBar bar;
  private boolean isClosed;
  private volatile Optional<LockProgress> latest = Optional.empty();

  ProgressOnTerminal(long total) {
    this.bar =
        ProgressBar.builder()
            .setTaskName("users")
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(EVERY_MILLIS)
            .setConsumer(new ConsoleProgressBarConsumer(System.err))
            .setEtaFunction(state -> latest.flatMap(LockProgress::estimatedTimeLeft))
            .showSpeed()
            .build();
  }

  @Override
  public synchronized void show(LockProgress progress, long notDone) {
    if (isClosed) {
      return;
    }
    latest = Optional.of(progress);
    bar.stepTo(progress.done());
    String failed = notDone > 0 ? " " + notDone + " not done" : "";
    bar.setExtraMessage(failed + progress.pause().map(pause -> " " + pause).orElse(""));
  }

  @Override
  public synchronized void close() {
    if (!isClosed) {
      isClosed = true;
      bar.close();
    }
  }
}
