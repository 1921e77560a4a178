package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** What a project gets that depends on this module; the build writes down which paths these are. */
class FootprintTest {
  private static final long MOST_OF_OUR_OWN = 2_500_000;
  private static final long MOST_IN_ALL = 6_000_000;
  private static final Path LIST = Path.of("target", "runtime-class-path");
  private static final Path OWN = Path.of("target", "classes");

  @Test
  void ownJars_areSmall() throws IOException {
    assertThat(size(ours())).isBetween(100_000L, MOST_OF_OUR_OWN);
  }

  @Test
  void everythingTogether_isSmall() throws IOException {
    long all = size(runtime());

    System.out.println("bytes that a project gets: " + all);
    assertThat(all).isBetween(3_000_000L, MOST_IN_ALL);
    assertThat(runtime()).as("jars, and this module").hasSizeLessThanOrEqualTo(13);
  }

  @Test
  void generator_isNotOnTheRuntimeClassPath() throws IOException {
    for (Path entry : runtime()) {
      assertThat(entry.toString()).doesNotContain("openapi-generator", "jackson", "snakeyaml");
      assertThat(entry).satisfiesAnyOf(FootprintTest::isNoneOfOurs, FootprintTest::isOfTheSdk);
    }
  }

  private static void isNoneOfOurs(Path entry) {
    assertThat(entry.toString().replace(File.separatorChar, '/')).doesNotContain("dev/clerkbapi/");
  }

  private static void isOfTheSdk(Path entry) {
    assertThat(entry.toString()).contains("sdk-generated");
  }

  private static List<Path> runtime() throws IOException {
    List<String> entries = List.of(Files.readString(LIST).strip().split(File.pathSeparator, -1));
    return Stream.concat(Stream.of(OWN), entries.stream().map(Path::of)).toList();
  }

  private static List<Path> ours() throws IOException {
    return runtime().stream()
        .filter(entry -> entry.equals(OWN) || entry.toString().contains("sdk-generated"))
        .toList();
  }

  private static long size(List<Path> entries) throws IOException {
    long bytes = 0;
    for (Path entry : entries) {
      bytes += Files.isDirectory(entry) ? sizeAsJar(entry) : Files.size(entry);
    }
    return bytes;
  }

  /** Jars do not exist yet while tests run. */
  private static long sizeAsJar(Path folder) throws IOException {
    long bytes = 0;
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      int namesInBothDirectories = 2 * folder.relativize(file).toString().length() + 100;
      bytes += deflated(Files.readAllBytes(file)) + namesInBothDirectories;
    }
    return bytes;
  }

  private static long deflated(byte[] bytes) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        int unused = deflater.deflate(buffer);
      }
      return deflater.getBytesWritten();
    } finally {
      deflater.end();
    }
  }
}
