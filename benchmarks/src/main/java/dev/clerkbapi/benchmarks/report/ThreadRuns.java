package dev.clerkbapi.benchmarks.report;

import dev.clerkbapi.benchmarks.ManyThreads;
import java.io.IOException;
import java.util.List;

/** Calls a second by many threads, each run in a process of its own. */
final class ThreadRuns {
  private static final int SECONDS_ALONE = 8;
  private static final int WARM_AND_MEASURED = 2;
  private static final int SECONDS_OF_ONE = 5;
  private static final int COLD_INTERVALS = 6;
  static final int COLD_SECONDS_OF_ONE = 10;

  private final Setup setup;
  private final String url;

  ThreadRuns(Setup setup, String url) {
    this.setup = setup;
    this.url = url;
  }

  /** Returns this SDK's rate once it is warm. */
  double warm(String jdk, String kind, String threads) throws IOException, InterruptedException {
    return run(jdk, "sdk", kind, threads, SECONDS_ALONE, WARM_AND_MEASURED, SECONDS_OF_ONE).get(1);
  }

  /** Returns the rates of a process whose threads call from its first moment on. */
  List<Double> cold(String contender, int threads) throws IOException, InterruptedException {
    String many = String.valueOf(threads);
    return run(
        setup.mainJdk(), contender, "platform", many, 0, COLD_INTERVALS, COLD_SECONDS_OF_ONE);
  }

  private List<Double> run(
      String jdk,
      String contender,
      String kind,
      String threads,
      int alone,
      int intervals,
      int seconds)
      throws IOException, InterruptedException {
    List<String> command =
        setup.command(
            jdk,
            List.of(),
            contender,
            ManyThreads.class,
            contender,
            kind,
            threads,
            String.valueOf(alone),
            String.valueOf(intervals),
            String.valueOf(seconds),
            url);
    return Child.lines(command).stream().map(Double::valueOf).toList();
  }
}
