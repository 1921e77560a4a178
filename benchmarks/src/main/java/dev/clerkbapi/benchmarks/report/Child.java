package dev.clerkbapi.benchmarks.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs child processes, one after the other. */
final class Child {
  private Child() {}

  /** Returns what it printed; a process that fails ends the run. */
  static List<String> lines(List<String> command) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    var unused = run(command, "", lines);
    return lines;
  }

  /** Returns the milliseconds from the start of the process to the line. */
  static double millisUntil(String line, List<String> command)
      throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    double millis = run(command, line, lines);
    if (!lines.contains(line)) {
      throw new IllegalStateException(command + " did not print it: " + String.join("\n", lines));
    }
    return millis;
  }

  private static double run(List<String> command, String awaited, List<String> lines)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    double millis = 0;
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader out = reader(process)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.equals(awaited)) {
          millis = (System.nanoTime() - start) / 1e6;
        }
        lines.add(line);
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " failed: " + String.join("\n", lines));
    }
    return millis;
  }

  static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
