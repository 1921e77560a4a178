package dev.clerkbapi.internal.http;

import java.io.IOException;
import java.io.InputStream;
import okio.BufferedSink;

/** Copies a stream of a length that is known before, through a buffer of constant size. */
final class ExactLength {
  private static final int BUFFER = 8192;

  private ExactLength() {}

  /**
   * Copies all bytes. The last of them is written once it is known to be the last, so that a
   * request with a longer stream is never complete.
   *
   * @param name what to call the stream in a message
   * @throws IOException if the stream is shorter or longer
   */
  static void copy(InputStream from, long length, String name, BufferedSink to) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = length;
    while (left > 1) {
      int read = from.read(buffer, 0, (int) Math.min(BUFFER, left - 1));
      if (read < 0) {
        throw wrong(name, length, "only " + (length - left));
      }
      to.write(buffer, 0, read);
      left -= read;
    }
    copyLast(from, length, left, name, to);
  }

  private static void copyLast(
      InputStream from, long length, long left, String name, BufferedSink to) throws IOException {
    int last = left == 0 ? -1 : from.read();
    if (left > 0 && last < 0) {
      throw wrong(name, length, "only " + (length - left));
    }
    if (from.read() >= 0) {
      throw wrong(name, length, "more");
    }
    if (left > 0) {
      to.writeByte(last);
    }
  }

  private static IOException wrong(String name, long length, String actual) {
    return new IOException(name + " should have " + length + " bytes, but has " + actual);
  }
}
