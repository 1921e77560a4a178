package dev.clerkbapi.cli.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads a journal from its first line to its last. A damaged last line, as a kill or a full disk
 * leaves it, is ignored; a damaged line before it is refused. Used once.
 */
final class JournalReader {
  /** In bytes; the lines that we write are far shorter. */
  private static final int LONGEST = 1 << 20;

  private final InputStream in;
  private final String name;
  private final JournalState state = new JournalState();
  private long lines;
  private long usable;
  private boolean lacksLineFeed;
  private boolean isCut;

  JournalReader(InputStream in, String name) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.name = name;
  }

  /**
   * Returns the state after all lines.
   *
   * @throws UnusableJournalException if it is not a journal, or is damaged before its last line
   */
  JournalState read() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0) {
      line.reset();
      while (next >= 0 && next != '\n' && line.size() <= LONGEST) {
        line.write(next);
        next = in.read();
      }
      boolean hasLineFeed = next == '\n';
      next = hasLineFeed ? in.read() : next;
      take(line.toByteArray(), hasLineFeed, next < 0);
    }
    return state;
  }

  /** Returns how many bytes, from the start, are valid and to be kept. */
  long usable() {
    return usable;
  }

  /** Returns whether the last valid line has no line feed. */
  boolean lacksLineFeed() {
    return lacksLineFeed;
  }

  /** Returns whether the last line was damaged. */
  boolean isCut() {
    return isCut;
  }

  private void take(byte[] line, boolean hasLineFeed, boolean isLast) {
    lines++;
    try {
      JournalParser.read(line, state, name);
      usable += line.length + (hasLineFeed ? 1 : 0);
      lacksLineFeed = !hasLineFeed;
    } catch (DamagedException e) {
      if (!isLast || (lines == 1 && !isBeginning(line))) {
        throw new UnusableJournalException(explanation(e));
      }
      isCut = true;
    }
  }

  /** Any other first line may be from somebody's only copy of a list, and is never removed. */
  private static boolean isBeginning(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    return JournalFormat.BEGIN.startsWith(text) || text.startsWith(JournalFormat.BEGIN);
  }

  private String explanation(DamagedException e) {
    if (state.isEmpty()) {
      return name + " is not a journal of lock-users (line 1); give --journal a file of its own";
    }
    return "line "
        + lines
        + " of "
        + name
        + " is damaged ("
        + e.getMessage()
        + "); nothing was sent. Restore the line from a copy, or remove it if you know its user's"
        + " outcome. In a new journal, users who are locked by now count as locked before";
  }
}
