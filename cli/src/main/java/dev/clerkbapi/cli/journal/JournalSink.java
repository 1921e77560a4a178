package dev.clerkbapi.cli.journal;

import java.io.Closeable;
import java.io.IOException;

/** Where the lines of a journal go. */
public interface JournalSink extends Closeable {
  /** Drops every line. */
  JournalSink NOWHERE =
      new JournalSink() {
        @Override
        public void append(byte[] line) {}

        @Override
        public void close() {}
      };

  /** Writes a line, which survives the end of this process once this returns. */
  void append(byte[] line) throws IOException;
}
