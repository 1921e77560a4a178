package dev.clerkbapi.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a contender adds to a project. */
final class Footprint {
  private Footprint() {}

  static int jars(String contender) {
    return ClassPaths.libraries(contender).size();
  }

  static long bytes(String contender) throws IOException {
    return size(ClassPaths.libraries(contender));
  }

  /** Returns the size of the jars that this project makes. */
  static long ownBytes() throws IOException {
    return size(
        ClassPaths.libraries("sdk").stream()
            .filter(jar -> String.valueOf(jar.getFileName()).startsWith("sdk-"))
            .toList());
  }

  private static long size(List<Path> jars) throws IOException {
    long bytes = 0;
    for (Path jar : jars) {
      bytes += Files.size(jar);
    }
    return bytes;
  }
}
