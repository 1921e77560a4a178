package dev.clerkbapi.cli;

import dev.clerkbapi.bulk.LockProgress;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error. */
final class ProgressOnTerminal implements ProgressView {
  private static final int EVERY_MILLIS = 250;

  private final ProgressBar bar;
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
  public void show(LockProgress progress, long notDone) {
    latest = Optional.of(progress);
    bar.stepTo(progress.done());
    String failed = notDone > 0 ? " " + notDone + " not done" : "";
    bar.setExtraMessage(failed + progress.pause().map(pause -> " " + pause).orElse(""));
  }

  @Override
  public void close() {
    bar.close();
  }
}
