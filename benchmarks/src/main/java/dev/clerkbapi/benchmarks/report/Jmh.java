package dev.clerkbapi.benchmarks.report;

import dev.clerkbapi.benchmarks.CallBenchmark;
import dev.clerkbapi.benchmarks.CodecBenchmark;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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

  /** One thread calls this long before JMH's own warm-up. */
  private static final int SECONDS_ALONE = 10;

  private static final int WARM_UPS = 6;
  private static final int WARM_UPS_OF_MANY = 8;
  private static final int MEASUREMENTS = 3;
  private static final int FORKS_AT_MOST = 3;
  private static final TimeValue HANGS = TimeValue.seconds(30);

  private final Setup setup;
  private final String url;

  Jmh(Setup setup, String url) {
    this.setup = setup;
    this.url = url;
  }

  /** Warm calls, by one thread or many that call at once. */
  Scores call(List<String> contenders, int threads) throws RunnerException {
    return inTurn(
        contenders,
        contender -> base(CallBenchmark.class, "call", threads).param("contender", contender));
  }

  /** Decoding or encoding a user of that name. */
  Scores codec(String method, String user, List<String> contenders) throws RunnerException {
    return inTurn(
        contenders,
        contender ->
            base(CodecBenchmark.class, method, 1)
                .param("contender", contender)
                .param("user", user));
  }

  /** Decoding several users, by this SDK. */
  Scores users(List<String> names) throws RunnerException {
    return inTurn(
        names,
        user ->
            base(CodecBenchmark.class, "decode", 1).param("contender", "sdk").param("user", user));
  }

  private Scores inTurn(List<String> names, Function<String, ChainedOptionsBuilder> options)
      throws RunnerException {
    Scores scores = new Scores(new Rounds(), new Rounds());
    for (int round = 0; round < setup.rounds(); round++) {
      for (String name : names) {
        run(name, scores, options.apply(name));
      }
    }
    return scores;
  }

  /**
   * A call may hang for good: with many threads, java.net.http on JDK 17 has left a response
   * unread. That fork fails, and another takes its turn.
   */
  private static void run(String name, Scores scores, ChainedOptionsBuilder options)
      throws RunnerException {
    RunnerException failure = null;
    for (int i = 0; i < FORKS_AT_MOST; i++) {
      try {
        add(name, scores, new Runner(options.build()).runSingle());
        return;
      } catch (RunnerException e) {
        System.err.println(name + " failed, or hung: " + e.getMessage());
        failure = e;
      }
    }
    throw Objects.requireNonNull(failure);
  }

  private static void add(String name, Scores scores, RunResult result) {
    scores.time().add(name, result.getPrimaryResult().getScore());
    Result<?> bytes = Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED));
    scores.bytes().add(name, bytes.getScore());
  }

  private ChainedOptionsBuilder base(Class<?> benchmark, String method, int threads) {
    return new OptionsBuilder()
        .include(benchmark.getName() + "." + method)
        .jvm(setup.java(setup.mainJdk()))
        .jvmArgsAppend(
            "-Dbenchmarks.url=" + url,
            "-Dbenchmarks.alone=" + (setup.quick() ? 1 : SECONDS_ALONE),
            "-Xmx1g")
        .mode(Mode.AverageTime)
        .threads(threads)
        .forks(1)
        .warmupIterations(warmUps(threads))
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(setup.quick() ? 1 : MEASUREMENTS)
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        // Threads that wait for each other at an iteration's end would wait for one that hangs.
        .syncIterations(false)
        .timeout(HANGS)
        .verbosity(VerboseMode.SILENT);
  }

  private int warmUps(int threads) {
    if (setup.quick()) {
      return 1;
    }
    return threads == 1 ? WARM_UPS : WARM_UPS_OF_MANY;
  }
}
