package dev.clerkbapi.cli;

import dev.clerkbapi.testing.FakeBapi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The command in a JVM of its own, with a heap of 64 MB, which can be killed. */
final class CommandProcess implements AutoCloseable {
  private static final int HEAP_MB = 64;
  private static final long MINUTES_TO_END = 30;
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

  /** Asks it to end, as Ctrl-C does. */
  void interrupt() {
    process.destroy();
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
