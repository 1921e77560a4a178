package dev.clerkbapi.cli;

import java.io.BufferedReader;
import java.io.IOException;

/**
 * Reads a file with one ID in a line. Blank lines, and all after a {@code #}, are ignored. Memory
 * does not grow with the length of a line.
 */
final class IdLines {
  private static final int END = -1;

  private final BufferedReader reader;
  private final LineSink sink;
  private final StringBuilder line = new StringBuilder();
  private boolean isComment;
  private long number = 1;

  private IdLines(BufferedReader reader, LineSink sink) {
    this.reader = reader;
    this.sink = sink;
  }

  static void read(BufferedReader reader, LineSink sink) throws IOException {
    new IdLines(reader, sink).read();
  }

  private void read() throws IOException {
    boolean afterReturn = false;
    for (int next = reader.read(); next != END; next = reader.read()) {
      if (next == '\r' || (next == '\n' && !afterReturn)) {
        endLine();
      } else if (next != '\n') {
        add((char) next);
      }
      afterReturn = next == '\r';
    }
    endLine();
  }

  private void add(char next) {
    isComment |= next == '#';
    boolean isIndent = line.isEmpty() && Character.isWhitespace(next);
    if (!isComment && !isIndent && line.length() <= LineSink.LONGEST) {
      line.append(next);
    }
  }

  private void endLine() {
    String text = line.toString().strip();
    if (!text.isEmpty()) {
      sink.take(number, text);
    }
    number++;
    line.setLength(0);
    isComment = false;
  }
}
