package dev.clerkbapi.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads a journal from its first line to its last. A last line that is damaged, as a kill or a full
 * disk leaves it, counts for nothing; a damaged one before it is refused. Used once.
 */
final class JournalReader {
  /** No line of ours is nearly as long. */
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
   * Returns what the journal says.
   *
   * @throws RefusedException if it is not a journal, or damaged before its last line
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

  /** How many bytes, from the first, are to be kept. */
  long usable() {
    return usable;
  }

  /** Whether the last line that is to be kept has no line feed. */
  boolean lacksLineFeed() {
    return lacksLineFeed;
  }

  /** Whether the last line was damaged. */
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
        throw new RefusedException(explanation(e));
      }
      isCut = true;
    }
  }

  /** Nothing but a beginning of ours is cut off: it might be somebody's only copy of a list. */
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
        + "); nothing was sent. Restore the line from a copy, or remove it if you know what became"
        + " of its user. With a new journal, whoever is locked by now counts as locked before";
  }
}
