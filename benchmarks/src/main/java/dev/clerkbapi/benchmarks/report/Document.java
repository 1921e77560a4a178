package dev.clerkbapi.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code performance.md}: replaces the text between two marks, and keeps the rest. Each command has
 * a part of its own.
 */
final class Document {
  /** The command that measures everything. */
  static final String RUN = "benchmarks/run";

  /** The command that measures verification only. */
  static final String VERIFICATION = RUN + " verification";

  /** The command that measures calls over TLS and HTTP/2 only. */
  static final String ROAD = RUN + " road";

  private static final String ANY_BEGIN = "<!-- measured: ";
  private static final String END = "<!-- end of what was measured -->\n";

  private static final String EMPTY =
      "# Performance\n\n"
          + begin(ROAD)
          + END
          + "\n"
          + begin(RUN)
          + END
          + "\n"
          + begin(VERIFICATION)
          + END;

  private final Path folder;

  Document(Path folder) {
    this.folder = folder;
  }

  void write(String command, String measured) throws IOException {
    Path file = folder.resolve("performance.md");
    Files.createDirectories(folder);
    String before = Files.exists(file) ? Files.readString(file) : EMPTY;
    Files.writeString(file, replaced(before, command, measured));
  }

  void chart(String name, String svg) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name), svg);
  }

  static String replaced(String before, String command, String measured) {
    String mark = begin(command);
    int begin = before.indexOf(mark) + mark.length();
    int end = before.indexOf(END, begin);
    int next = before.indexOf(ANY_BEGIN, begin);
    if (!before.contains(mark) || end < 0 || (next >= 0 && next < end)) {
      throw new IllegalArgumentException("performance.md has lost its marks: " + mark + END);
    }
    return before.substring(0, begin) + "\n" + measured + before.substring(end);
  }

  private static String begin(String command) {
    return ANY_BEGIN + "written by " + command + " -->\n";
  }
}
