package dev.clerkbapi.samples;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A {@code redis-server} on a free port of this machine, with nothing on disk. */
final class RedisServer {
  private static final int POLLS_AT_MOST = 1200;
  private static final int POLL_MILLIS = 50;

  private final int port;
  private Process process;

  /** Starts one, and returns once it takes connections. */
  RedisServer() throws IOException, InterruptedException {
    this.port = freePort();
    start();
  }

  static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "redis-server")));
  }

  String uri() {
    return "redis://127.0.0.1:" + port;
  }

  /** Starts a stopped one again, empty, on the same port. */
  void start() throws IOException, InterruptedException {
    String options = "--port " + port + " --bind 127.0.0.1 --appendonly no --daemonize no --save";
    ProcessBuilder command = new ProcessBuilder(("redis-server " + options).split(" "));
    command.command().add(""); // never saves
    process = command.redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start();
    awaitConnection();
  }

  /** From now on it takes requests, and answers none. */
  void freeze() throws IOException, InterruptedException {
    if (new ProcessBuilder("sh", "-c", "kill -STOP " + process.pid()).start().waitFor() != 0) {
      throw new AssertionError("Process " + process.pid() + " could not be stopped");
    }
  }

  /** Stops exactly the process that was started here, frozen or not. */
  void stop() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("Process " + process.pid() + " did not end");
    }
  }

  private void awaitConnection() throws InterruptedException {
    for (int i = 0; i < POLLS_AT_MOST; i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        if (!process.isAlive()) {
          throw new AssertionError("redis-server ended with status " + process.exitValue(), e);
        }
        Thread.sleep(POLL_MILLIS);
      }
    }
    stop();
    throw new AssertionError("redis-server took no connection on port " + port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
