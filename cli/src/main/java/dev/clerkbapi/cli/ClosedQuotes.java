package dev.clerkbapi.cli;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Refuses a CSV file that ends inside a quoted value: all rows after the opening quote would be
 * part of that value, and their users would silently be missing. In a valid file the number of
 * quotes is even.
 */
final class ClosedQuotes extends FilterReader {
  private boolean isOpen;

  ClosedQuotes(Reader in) {
    super(in);
  }

  @Override
  public int read(char[] to, int from, int most) throws IOException {
    int count = super.read(to, from, most);
    for (int i = from; i < from + count; i++) {
      isOpen ^= to[i] == '"';
    }
    if (count < 0 && isOpen) {
      throw new IOException("a quote is not closed");
    }
    return count;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }
}
