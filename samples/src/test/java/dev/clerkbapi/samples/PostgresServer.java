package dev.clerkbapi.samples;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL on a free port of this machine, in a folder of its own, which goes with it. */
final class PostgresServer {
  private static final int POLLS_AT_MOST = 1200;
  private static final int POLL_MILLIS = 50;

  /** PostgreSQL refuses to run as root, so root runs it as the user that Debian makes for it. */
  private static final List<String> AS_POSTGRES =
      System.getProperty("user.name").equals("root")
          ? List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups")
          : List.of();

  private final int port;
  private final Path folder;
  private final Process process;

  /** Starts one, and returns once it takes connections. */
  PostgresServer() throws IOException, InterruptedException {
    this.port = freePort();
    this.folder = Path.of(output("mktemp", "-d", "/tmp/postgres-XXXXXX").strip());
    output(program("initdb"), "-D", folder.toString(), "-A", "trust", "-U", "test", "-N");
    this.process =
        command(
                program("postgres"),
                "-D",
                folder.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off")
            .redirectOutput(Redirect.DISCARD)
            .start();
    awaitConnection();
  }

  static boolean isInstalled() {
    boolean hasUser = AS_POSTGRES.isEmpty() || (onPath("setpriv") && runs("id", "postgres"));
    return hasUser && !program("initdb").isEmpty() && !program("postgres").isEmpty();
  }

  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=test";
  }

  /** Stops exactly the process that was started here, and removes its folder. */
  void stop() throws IOException, InterruptedException {
    process.destroy(); // Ends its children, too.
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  private void awaitConnection() throws IOException, InterruptedException {
    for (int i = 0; i < POLLS_AT_MOST; i++) {
      try {
        DriverManager.getConnection(jdbcUrl()).close();
        return;
      } catch (SQLException e) {
        if (!process.isAlive()) {
          throw new AssertionError("postgres ended with status " + process.exitValue(), e);
        }
        Thread.sleep(POLL_MILLIS);
      }
    }
    stop();
    throw new AssertionError("postgres took no connection on port " + port);
  }

  private static ProcessBuilder command(String... words) {
    List<String> command = new ArrayList<>(AS_POSTGRES);
    command.addAll(List.of(words));
    return new ProcessBuilder(command).directory(new File("/tmp")).redirectErrorStream(true);
  }

  private static String output(String... words) throws IOException, InterruptedException {
    Process run = command(words).start();
    String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (run.waitFor() != 0) {
      throw new AssertionError(words[0] + " failed: " + output);
    }
    return output;
  }

  private static boolean runs(String... words) {
    try {
      return new ProcessBuilder(words).redirectOutput(Redirect.DISCARD).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** On the path, or where Debian has it; empty if nowhere. */
  private static String program(String name) {
    if (onPath(name)) {
      return name;
    }
    Path versions = Path.of("/usr/lib/postgresql");
    try (Stream<Path> folders =
        Files.isDirectory(versions) ? Files.list(versions) : Stream.empty()) {
      return folders
          .map(version -> version.resolve("bin").resolve(name))
          .filter(Files::isExecutable)
          .map(Path::toString)
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
