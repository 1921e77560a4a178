package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script beside the jar, as a process, with a small jar in place of the real one. */
class LauncherTest {
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
  private static final int MOST_LOOKS = 1200;

  @TempDir private Path folder;

  private Path script;
  private Path cache;

  @BeforeEach
  void install() throws IOException {
    assumeThat(Path.of("/bin/sh")).exists();
    Path home = Files.createDirectory(folder.resolve("the tool"));
    script = Files.copy(Path.of("lock-users"), home.resolve("lock-users"));
    cache = folder.resolve("the cache");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    try (OutputStream out = Files.newOutputStream(home.resolve("lock-users.jar"));
        JarOutputStream jar = new JarOutputStream(out, manifest())) {
      String name = LauncherMain.class.getName().replace('.', '/') + ".class";
      jar.putNextEntry(new JarEntry(name));
      jar.write(LauncherMain.class.getResourceAsStream("LauncherMain.class").readAllBytes());
    }
  }

  /** Archives are made in the background, and nothing may be written into a folder that goes. */
  @AfterEach
  void awaitBackground() throws InterruptedException {
    for (int i = 0; i < MOST_LOOKS && ProcessHandle.allProcesses().anyMatch(this::isOurs); i++) {
      Thread.sleep(50);
    }
  }

  private boolean isOurs(ProcessHandle process) {
    return process.info().commandLine().filter(it -> it.contains(folder.toString())).isPresent();
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, LauncherMain.class.getName());
    return manifest;
  }

  /** What it printed, and how it ended. */
  private record Ended(int status, String output, long pid) {}

  private Process begin(Path command, String... args) throws IOException {
    List<String> line = new ArrayList<>(List.of(command.toString()));
    line.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", JAVA_HOME.toString());
    builder.environment().put("XDG_CACHE_HOME", cache.toString());
    return builder.start();
  }

  private static Ended end(Process process) throws IOException, InterruptedException {
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return new Ended(process.waitFor(), output, process.pid());
  }

  private Ended run(String... args) throws IOException, InterruptedException {
    return end(begin(script, args));
  }

  private List<Path> archives() throws IOException {
    Path made = cache.resolve("lock-users");
    if (!Files.isDirectory(made)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(made)) {
      return files.toList();
    }
  }

  private Path archive() throws IOException, InterruptedException {
    for (int i = 0; i < MOST_LOOKS; i++) {
      List<Path> all = archives();
      if (all.size() == 1 && all.get(0).toString().endsWith(".archive")) {
        return all.get(0);
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no archive, but " + archives());
  }

  @Test
  void argumentsAndStatus_passUnchanged_andTheProcessIsTheJvm() throws Exception {
    Ended ended = run("a b", "", "*", "--x=\"y\"", "$HOME");
    assertThat(ended.output()).isEqualTo(ended.pid() + " [a b, , *, --x=\"y\", $HOME]");
    assertThat(ended.status()).isEqualTo(5);
    archive();
  }

  @Test
  void archive_isMadeOnceAndUsed() throws Exception {
    run();
    Path archive = archive();
    Object made = Files.getLastModifiedTime(archive);
    assertThat(run("x").status()).isEqualTo(1);
    assertThat(archives()).containsExactly(archive);
    assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);
    assertThat(Files.size(archive)).isGreaterThan(10_000);
  }

  @Test
  void brokenArchive_changesNothing() throws Exception {
    run();
    Path archive = archive();
    assertThat(archive.toFile().setWritable(true)).isTrue();
    for (byte[] content : List.of(new byte[0], new byte[100_000])) {
      Files.write(archive, content);
      Ended ended = run("x");
      assertThat(ended.output()).isEqualTo(ended.pid() + " [x]");
      assertThat(ended.status()).isEqualTo(1);
    }
  }

  @Test
  void cacheThatCannotBeWritten_changesNothing() throws Exception {
    cache = Files.writeString(folder.resolve("file"), "not a folder");
    Ended ended = run("x");
    assertThat(ended.output()).isEqualTo(ended.pid() + " [x]");
    assertThat(ended.status()).isEqualTo(1);
  }

  @Test
  void startsAtTheSameTime_doNotDisturbEachOther() throws Exception {
    List<Process> started = List.of(begin(script, "1"), begin(script, "1"), begin(script, "1"));
    for (Process each : started) {
      assertThat(end(each).status()).isEqualTo(1);
    }
    archive();
  }

  @Test
  void symbolicLinks_areFollowed() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path first = Files.createSymbolicLink(bin.resolve("first"), Path.of("../the tool/lock-users"));
    Path link = Files.createSymbolicLink(folder.resolve("lock"), first);
    assertThat(end(begin(link, "x")).status()).isEqualTo(1);
    archive();
  }

  @Test
  void missingJarOrJava_isSaid() throws Exception {
    Files.delete(script.resolveSibling("lock-users.jar"));
    Ended ended = run();
    assertThat(ended.output()).startsWith("lock-users: there is no lock-users.jar in ");
    assertThat(ended.status()).isEqualTo(2);
  }
}
