package dev.clerkbapi.benchmarks.report;

import dev.clerkbapi.benchmarks.ManyThreads;
import java.io.IOException;
import java.util.List;

/** Calls a second by many threads, each run in a process of its own. */
final class ThreadRuns {
  private static final Course WARM = new Course(5, 2, 4);
  private static final Course QUICK = new Course(1, 2, 1);

  private final Setup setup;
  private final String url;

  /**
   * The settings of a run.
   *
   * @param alone for how many seconds one thread calls beforehand
   * @param intervals how many are measured
   * @param seconds of one interval
   */
  record Course(int alone, int intervals, int seconds) {}

  ThreadRuns(Setup setup, String url) {
    this.setup = setup;
    this.url = url;
  }

  /** Returns this SDK's rate once it is warm. */
  double warm(String jdk, String kind, String threads) throws IOException, InterruptedException {
    return run(jdk, "sdk", kind, threads, setup.quick() ? QUICK : WARM).get(1);
  }

  private List<Double> run(String jdk, String contender, String kind, String threads, Course course)
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
            String.valueOf(course.alone()),
            String.valueOf(course.intervals()),
            String.valueOf(course.seconds()),
            url);
    return Child.lines(command).stream().map(Double::valueOf).toList();
  }
}
