package dev.clerkbapi.benchmarks.report;

import dev.clerkbapi.benchmarks.road.RoadServer;
import dev.clerkbapi.benchmarks.road.Steady;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The server that speaks TLS and HTTP/2, and the contenders that call it for minutes. */
final class RoadProcesses implements AutoCloseable {
  private final Setup setup;
  private final Conversation server;
  private final Address address;

  /**
   * What the server has counted.
   *
   * @param accepted connections so far
   * @param open connections now
   * @param bytes sent so far
   */
  record Counts(double accepted, double open, double bytes) {}

  RoadProcesses(Setup setup) throws IOException {
    this.setup = setup;
    Path folder = setup.target().resolve("trust");
    server =
        new Conversation(
            setup.command(
                setup.mainJdk(), List.of(), ClassPaths.ALL, RoadServer.class, folder.toString()));
    address = new Address(server.line(), folder);
  }

  Address address() {
    return address;
  }

  Counts counts() throws IOException {
    double[] counts = server.ask("");
    return new Counts(counts[0], counts[1], counts[2]);
  }

  /** Waits, for a second at most, until the connections of a process that ended are closed. */
  void awaitNoConnection() throws IOException, InterruptedException {
    for (int i = 0; i < 20 && counts().open() > 0; i++) {
      Thread.sleep(50);
    }
  }

  /** Starts a contender; what it obeys: {@link Steady}. */
  Conversation contender(String name, String jdk) throws IOException {
    Path node = setup.node();
    return name.equals(StartUp.NODE) && node != null
        ? new Conversation(address.node(node.resolve("steady.mjs")))
        : new Conversation(
            setup.command(jdk, address.jvm(), name, Steady.class, name, address.url()));
  }

  @Override
  public void close() {
    server.close();
  }
}
