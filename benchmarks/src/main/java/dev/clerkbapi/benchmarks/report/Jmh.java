package dev.clerkbapi.benchmarks.report;

import dev.clerkbapi.benchmarks.CallBenchmark;
import dev.clerkbapi.benchmarks.CodecBenchmark;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs JMH, a fork for each contender and round, contenders in turn. */
final class Jmh {
  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final int WARM_UPS = 10;

  /** Many threads share the cores with the compiler. */
  private static final int WARM_UPS_OF_MANY = 15;

  private static final int MEASUREMENTS = 3;

  private final Setup setup;
  private final String url;

  /**
   * What came of it.
   *
   * @param time microseconds an operation takes
   * @param bytes allocated an operation, by all threads of the process
   */
  record Scores(Rounds time, Rounds bytes) {}

  Jmh(Setup setup, String url) {
    this.setup = setup;
    this.url = url;
  }

  /** Warm calls, by one thread or many that call at once. */
  Scores call(List<String> contenders, int threads) throws RunnerException {
    Scores scores = new Scores(new Rounds(), new Rounds());
    for (int round = 0; round < setup.rounds(); round++) {
      for (String contender : contenders) {
        String method = CallBenchmark.class.getName() + ".call";
        run(contender, scores, base(threads).include(method).param("contender", contender));
      }
    }
    return scores;
  }

  Scores codec(String method, List<String> contenders) throws RunnerException {
    Scores scores = new Scores(new Rounds(), new Rounds());
    for (int round = 0; round < setup.rounds(); round++) {
      for (String contender : contenders) {
        run(contender, scores, codec(method).param("contender", contender));
      }
    }
    return scores;
  }

  /** Decoding users with more and more e-mail addresses, by this SDK. */
  Scores emails(List<String> counts) throws RunnerException {
    Scores scores = new Scores(new Rounds(), new Rounds());
    for (String count : counts) {
      run(count, scores, codec("decode").param("contender", "sdk").param("user", count));
    }
    return scores;
  }

  private ChainedOptionsBuilder codec(String method) {
    return base(1).include(CodecBenchmark.class.getName() + "." + method);
  }

  private static void run(String name, Scores scores, ChainedOptionsBuilder options)
      throws RunnerException {
    for (RunResult result : new Runner(options.build()).run()) {
      scores.time().add(name, result.getPrimaryResult().getScore());
      Result<?> bytes = Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED));
      scores.bytes().add(name, bytes.getScore());
    }
  }

  private ChainedOptionsBuilder base(int threads) {
    return new OptionsBuilder()
        .jvm(setup.java(setup.mainJdk()))
        .jvmArgsAppend("-Dbenchmarks.url=" + url, "-Xmx1g")
        .mode(Mode.AverageTime)
        .threads(threads)
        .forks(1)
        .warmupIterations(threads == 1 ? WARM_UPS : WARM_UPS_OF_MANY)
        .warmupTime(TimeValue.seconds(setup.seconds()))
        .measurementIterations(MEASUREMENTS)
        .measurementTime(TimeValue.seconds(setup.seconds()))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
  }
}
