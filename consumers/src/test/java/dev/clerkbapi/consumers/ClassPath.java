package dev.clerkbapi.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.testing.FakeBapi;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** What a consumer's program runs with. */
record ClassPath(List<Path> entries) {
  private static final Path PROGRAMS = Path.of("target", "test-classes");

  List<String> names() {
    return entries.stream().map(entry -> entry.getFileName().toString()).toList();
  }

  /** Returns the names of the jars that hold this class; the JVM takes it from the first. */
  List<String> jarsWith(String type) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path entry : entries) {
      if (Files.isRegularFile(entry) && holds(entry, type.replace('.', '/') + ".class")) {
        found.add(entry.getFileName().toString());
      }
    }
    return found;
  }

  private static boolean holds(Path jar, String file) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.getEntry(file) != null;
    }
  }

  /** Locks a user from a JVM with this class path; returns all that the program printed. */
  String lock(FakeBapi bapi, String userId) throws IOException, InterruptedException {
    Path out = Files.createTempFile(Path.of("target"), "consumer", ".txt");
    Process java = start(out, bapi.baseUrl(), bapi.secretKey(), userId);
    try {
      assertThat(java.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      java.destroyForcibly();
    }
    return Files.readString(out, StandardCharsets.UTF_8).strip();
  }

  private Process start(Path out, String... args) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath =
        Stream.concat(Stream.of(PROGRAMS), entries.stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", classPath, LockProgram.class.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start();
  }
}
