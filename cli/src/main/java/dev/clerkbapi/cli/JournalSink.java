package dev.clerkbapi.cli;

import java.io.Closeable;
import java.io.IOException;

/** Where the lines of a journal go. */
interface JournalSink extends Closeable {
  /** Drops them. */
  JournalSink NOWHERE =
      new JournalSink() {
        @Override
        public void append(byte[] line) {}

        @Override
        public void close() {}
      };

  /** Writes a line; once this returns, the end of this process does not harm it. */
  void append(byte[] line) throws IOException;
}
