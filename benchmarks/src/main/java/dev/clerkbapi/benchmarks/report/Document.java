package dev.clerkbapi.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code performance.md}: replaces the text between two marks, and keeps the rest. */
final class Document {
  private static final String BEGIN = "<!-- measured: written by benchmarks/run -->\n";
  private static final String END = "<!-- end of what was measured -->\n";

  private final Path folder;

  Document(Path folder) {
    this.folder = folder;
  }

  void write(String measured) throws IOException {
    Path file = folder.resolve("performance.md");
    Files.createDirectories(folder);
    String before = Files.exists(file) ? Files.readString(file) : "# Performance\n\n" + BEGIN + END;
    Files.writeString(file, replaced(before, measured));
  }

  void chart(String name, String svg) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name), svg);
  }

  static String replaced(String before, String measured) {
    int begin = before.indexOf(BEGIN);
    int end = before.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("performance.md has lost its marks: " + BEGIN + END);
    }
    return before.substring(0, begin + BEGIN.length()) + "\n" + measured + before.substring(end);
  }
}
