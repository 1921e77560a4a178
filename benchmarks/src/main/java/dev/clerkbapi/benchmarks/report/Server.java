package dev.clerkbapi.benchmarks.report;

import dev.clerkbapi.benchmarks.FakeServer;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** The fake server, in a process of its own that ends with this one. */
final class Server implements AutoCloseable {
  private final Process process;
  private final String baseUrl;

  Server(Setup setup) throws IOException {
    this(setup, FakeServer.class);
  }

  Server(Setup setup, Class<?> main, String... arguments) throws IOException {
    List<String> command = setup.command(setup.mainJdk(), List.of(), "jdk", main, arguments);
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    baseUrl = Objects.requireNonNull(Child.reader(process).readLine(), "the server's address");
  }

  String baseUrl() {
    return baseUrl;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
