package dev.clerkbapi.samples.spring.cost;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Prints what the starter adds to the start of an application: the same one with the starter and
 * its libraries on the class path, and without, in turn, each time in a new process. The argument
 * is the number of turns; 15 by default. For an idle machine.
 */
public final class StartUpCost {
  private static final int TURNS = 15;
  private static final int LONGEST_SECONDS = 120;

  /** The starter, and all that comes with it. */
  private static final Pattern OURS =
      Pattern.compile("(sdk-|retrofit|converter-moshi|moshi|okhttp|okio|kotlin-stdlib).*");

  private StartUpCost() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int turns = args.length > 0 ? Integer.parseInt(args[0]) : TURNS;
    List<Long> with = new ArrayList<>();
    List<Long> without = new ArrayList<>();
    for (int turn = 0; turn <= turns; turn++) {
      long one = start(classPath(jar -> true));
      long other = start(classPath(jar -> !OURS.matcher(jar).matches()));
      if (turn > 0) { // The first fills the caches of the file system.
        with.add(one);
        without.add(other);
      }
    }
    print(with, without);
  }

  private static void print(List<Long> with, List<Long> without) {
    List<Long> added = new ArrayList<>();
    for (int turn = 0; turn < with.size(); turn++) {
      added.add(with.get(turn) - without.get(turn));
    }
    System.out.printf(
        Locale.ROOT,
        "%d turns, medians: with the starter %d ms, without %d ms, added %d ms (%d to %d), ratio"
            + " %.3f%n",
        with.size(),
        median(with),
        median(without),
        median(added),
        Collections.min(added),
        Collections.max(added),
        (double) median(with) / median(without));
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static String classPath(Predicate<String> jars) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith(".jar") || jars.test(Path.of(entry).getFileName() + ""))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static long start(String classPath) throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            BareApplication.class.getName(),
            "--server.port=0",
            "--spring.config.name=none",
            "--spring.main.banner-mode=off",
            "--clerk.secret-key=sk_test_start_up");
    Process process = command.redirectErrorStream(true).start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException("it did not start:\n" + output);
      }
      return output
          .lines()
          .filter(line -> line.startsWith(BareApplication.STARTED))
          .map(line -> Long.parseLong(line.substring(BareApplication.STARTED.length())))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("it did not say when:\n" + output));
    } finally {
      process.destroyForcibly();
    }
  }
}
