package dev.clerkbapi.cli;

import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeBapiBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fake of BAPI, a working folder, and the command against them: in this JVM by {@link #command},
 * in one of its own by {@link #run}.
 */
final class TestBed implements BeforeEachCallback, AfterEachCallback {
  private FakeBapi bapi;
  private final Command command;
  private Path folder = Path.of("not-made-yet");
  private String output = "";

  private TestBed(FakeBapi bapi) {
    this.bapi = bapi;
    this.command = Command.against(bapi);
  }

  /** The fake starts with its defaults. */
  static TestBed start() {
    return new TestBed(FakeBapi.start());
  }

  /** Starts another fake in place of the first one; for {@link #run}. */
  void restart(FakeBapiBuilder builder) {
    bapi.close();
    bapi = builder.start();
  }

  FakeBapi bapi() {
    return bapi;
  }

  Command command() {
    return command;
  }

  Path folder() {
    return folder;
  }

  Path file(String name, String... lines) throws IOException {
    return file(name, List.of(lines));
  }

  Path file(String name, List<String> lines) throws IOException {
    return Files.write(folder.resolve(name), lines);
  }

  /** A journal, which does not exist at first. */
  Path journal() {
    return folder.resolve("journal");
  }

  CommandProcess process(Object... args) throws IOException {
    return CommandProcess.start(bapi, folder, args);
  }

  /** Runs the command as a process, and returns its exit status. */
  int run(Object... args) throws IOException, InterruptedException {
    try (CommandProcess process = process(args)) {
      int status = process.end();
      output = process.output();
      return status;
    }
  }

  /** What the last process printed. */
  String output() {
    return output;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    folder = Files.createTempDirectory("lock-users-test");
    command.in(folder);
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    bapi.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
