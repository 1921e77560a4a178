package dev.clerkbapi.cli;

import dev.clerkbapi.testing.FakeBapi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command in a JVM of its own, with a heap of 64 MB, which can be killed. */
final class CommandProcess implements AutoCloseable {
  private static final int HEAP_MB = 64;
  private static final long MINUTES_TO_END = 20;
  private static final long MILLIS_BETWEEN_LOOKS = 20;

  private final Process process;
  private final Path output;

  private CommandProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts it; {@code folder} is its working folder, and gets its output, and the log of its
   * garbage collector.
   */
  static CommandProcess start(FakeBapi bapi, Path folder, Object... args) throws IOException {
    return startWithHeap(HEAP_MB, bapi, folder, args);
  }

  /** As {@link #start}, with a heap of so many MB. */
  static CommandProcess startWithHeap(int heapMb, FakeBapi bapi, Path folder, Object... args)
      throws IOException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    return start(line(heapMb, output, args), bapi, folder, output);
  }

  /** As {@link #start}, on a terminal that {@code script} makes, where {@link #type} works. */
  static CommandProcess startOnTerminal(FakeBapi bapi, Path folder, Object... args)
      throws IOException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    String line =
        line(HEAP_MB, output, args).stream()
            .map(it -> "'" + it + "'")
            .collect(Collectors.joining(" ", "exec ", ""));
    return start(List.of("script", "-q", "-e", "-c", line, "/dev/null"), bapi, folder, output);
  }

  private static List<String> line(int heapMb, Path output, Object... args) {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMb + "m",
                "-XX:TieredStopAtLevel=1", // Sooner at work, which is most of a short run.
                "-Xlog:gc:file=" + output + ".gc",
                "-cp",
                System.getProperty("java.class.path"),
                LockUsers.class.getName()));
    Stream.of(args).map(Object::toString).forEach(line::add);
    return line;
  }

  private static CommandProcess start(List<String> line, FakeBapi bapi, Path folder, Path output)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.directory(folder.toFile()); // Gets the journal of a run that names none.
    builder.environment().put("CLERK_SECRET_KEY", bapi.secretKey());
    builder.environment().put("CLERK_API_URL", bapi.baseUrl());
    return new CommandProcess(builder.redirectOutput(output.toFile()).start(), output);
  }

  /** Waits until something is so; fails if the process ends before. */
  void await(BooleanSupplier condition) throws IOException, InterruptedException {
    while (!condition.getAsBoolean()) {
      if (process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("ended too early: " + output());
      }
    }
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /**
   * Sends a signal.
   *
   * @param name such as {@code INT}, which is what Ctrl-C sends
   */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Types something on its terminal, such as Ctrl-C. */
  void type(char key) throws IOException {
    process.getOutputStream().write(key);
    process.getOutputStream().flush();
  }

  /** Waits until it has printed something. */
  void awaitOutput(String text) throws IOException, InterruptedException {
    while (!output().contains(text)) {
      if (process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)
          && !output().contains(text)) {
        throw new AssertionError("ended without " + text + ": " + output());
      }
    }
  }

  /** Returns the exit status, once it has ended by itself. */
  int end() throws InterruptedException {
    if (!process.waitFor(MINUTES_TO_END, TimeUnit.MINUTES)) {
      throw new AssertionError("still running");
    }
    return process.exitValue();
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  /** The heap that was in use after each collection, in MB. */
  List<Integer> heapAfterCollections() throws IOException {
    return Files.readAllLines(Path.of(output + ".gc")).stream()
        .filter(line -> line.matches(".*M->\\d+M\\(.*"))
        .map(line -> Integer.parseInt(line.replaceAll(".*M->(\\d+)M\\(.*", "$1")))
        .toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
