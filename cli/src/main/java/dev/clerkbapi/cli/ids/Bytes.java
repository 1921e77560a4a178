package dev.clerkbapi.cli.ids;

import java.util.ArrayList;
import java.util.List;

/** Bytes that can be appended to without ever copying those that are there. Not thread-safe. */
final class Bytes {
  private static final int CHUNK_BITS = 16;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private final List<byte[]> chunks = new ArrayList<>();
  private int size;

  int size() {
    return size;
  }

  /**
   * Appends a byte.
   *
   * @throws IllegalStateException after 2 GiB
   */
  void append(int value) {
    if (size == Integer.MAX_VALUE) {
      throw new IllegalStateException("these are too many IDs for one run; split the file");
    }
    if (size >>> CHUNK_BITS == chunks.size()) {
      chunks.add(new byte[CHUNK]);
    }
    set(size++, value);
  }

  byte get(int at) {
    return chunks.get(at >>> CHUNK_BITS)[at & (CHUNK - 1)];
  }

  void set(int at, int value) {
    chunks.get(at >>> CHUNK_BITS)[at & (CHUNK - 1)] = (byte) value;
  }
}
