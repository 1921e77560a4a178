package dev.clerkbapi.benchmarks.report;

import dev.clerkbapi.benchmarks.Spinner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the cores from sleeping, with a process of idle priority. A core that sleeps between the
 * steps of a call may take longer to wake than the call takes: then the contender that does least
 * is slowest. Needs Linux's {@code chrt}; without it, cores sleep.
 */
final class AwakeCores {
  private final @Nullable Process process;

  AwakeCores(Setup setup) {
    List<String> command = new ArrayList<>(List.of("chrt", "--idle", "0"));
    command.addAll(setup.command(setup.mainJdk(), StartUp.SHORT_LIVED, "jdk", Spinner.class));
    process = start(command);
  }

  private static @Nullable Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      System.err.println("no chrt: a call by one thread includes the time that cores take to wake");
      return null;
    }
  }

  void close() {
    if (process != null) {
      process.destroy();
    }
  }
}
