package dev.clerkbapi.benchmarks.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A process that prints a line for each line that it is sent, and ends when no more can come. */
final class Conversation implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final Writer in;

  Conversation(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    out = Child.reader(process);
    in = process.outputWriter(StandardCharsets.UTF_8);
  }

  String line() throws IOException {
    return Objects.requireNonNull(out.readLine(), "a process ended early");
  }

  /** Sends a line, and returns the cells of the one that comes back. */
  double[] ask(String question) throws IOException {
    in.write(question + "\n");
    in.flush();
    String[] cells = line().split(" ", -1);
    double[] numbers = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      numbers[i] = Double.parseDouble(cells[i]);
    }
    return numbers;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
