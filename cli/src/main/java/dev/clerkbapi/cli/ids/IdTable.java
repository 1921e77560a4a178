package dev.clerkbapi.cli.ids;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Different IDs in the order in which they were added, each with a fixed number of bytes for
 * whatever is known about it. An ID of 32 characters takes some 43 bytes, where a {@code
 * LinkedHashMap} of strings takes 150. Not thread-safe.
 *
 * <p>An ID is addressed by its position. The first is at 0, the next at {@link #next}.
 */
public final class IdTable {
  public static final int NONE = -1;

  private static final int VARINT_BITS = 7;
  private static final int VARINT_MORE = 1 << VARINT_BITS;

  private final int extra;

  /** Each record: the length of the ID as a varint, the ID as UTF-8, the extra bytes. */
  private final Bytes records = new Bytes();

  /** Positions by hash, plus 1; 0 is a free slot. The number of slots is a power of 2. */
  private int[] slots = new int[16];

  private int size;

  /**
   * Makes an empty table.
   *
   * @param extra how many bytes there are beside each ID, at first 0
   */
  public IdTable(int extra) {
    this.extra = extra;
  }

  /** Returns how many different IDs there are. */
  public int size() {
    return size;
  }

  /** Returns the position of an ID, or {@link #NONE}. */
  public int find(String id) {
    byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
    return slots[slotOf(utf8)] - 1;
  }

  /** Returns the position of an ID, which is added if it is not there. */
  public int add(String id) {
    byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
    int slot = slotOf(utf8);
    if (slots[slot] == 0) {
      slots[slot] = append(utf8) + 1;
      size++;
      growIfFull();
      return slots[slotOf(utf8)] - 1;
    }
    return slots[slot] - 1;
  }

  /** Returns the ID at a position. */
  public String id(int at) {
    return new String(utf8(at), StandardCharsets.UTF_8);
  }

  /** Returns the position of the ID that was added after this one, or {@link #end}. */
  public int next(int at) {
    return extrasOf(at) + extra;
  }

  /** Returns the position after the last ID. */
  public int end() {
    return records.size();
  }

  /** Returns a byte beside an ID. */
  public byte get(int at, int index) {
    return records.get(extrasOf(at) + index);
  }

  /** Sets a byte beside an ID. */
  public void set(int at, int index, int value) {
    records.set(extrasOf(at) + index, value);
  }

  /** Returns four bytes beside an ID as a number. */
  public int getInt(int at, int index) {
    int first = extrasOf(at) + index;
    int value = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      value = value << Byte.SIZE | (records.get(first + i) & 0xFF);
    }
    return value;
  }

  /** Sets four bytes beside an ID to a number. */
  public void setInt(int at, int index, int value) {
    int first = extrasOf(at) + index;
    for (int i = 0; i < Integer.BYTES; i++) {
      records.set(first + i, value >>> (Integer.SIZE - Byte.SIZE * (i + 1)));
    }
  }

  private int append(byte[] utf8) {
    int at = records.size();
    int length = utf8.length;
    for (; length >= VARINT_MORE; length >>>= VARINT_BITS) {
      records.append(length | VARINT_MORE);
    }
    records.append(length);
    for (byte each : utf8) {
      records.append(each);
    }
    for (int i = 0; i < extra; i++) {
      records.append(0);
    }
    return at;
  }

  private int startOf(int at) {
    int start = at;
    while (records.get(start) < 0) {
      start++;
    }
    return start + 1;
  }

  private int lengthOf(int at) {
    int length = 0;
    int end = startOf(at);
    for (int i = end - 1; i >= at; i--) {
      length = length << VARINT_BITS | (records.get(i) & (VARINT_MORE - 1));
    }
    return length;
  }

  private int extrasOf(int at) {
    return startOf(at) + lengthOf(at);
  }

  private byte[] utf8(int at) {
    byte[] utf8 = new byte[lengthOf(at)];
    int start = startOf(at);
    for (int i = 0; i < utf8.length; i++) {
      utf8[i] = records.get(start + i);
    }
    return utf8;
  }

  /** Returns the slot of an ID: where it is, or the free one where it belongs. */
  private int slotOf(byte[] utf8) {
    int slot = spread(Arrays.hashCode(utf8)) & (slots.length - 1);
    while (slots[slot] != 0 && !is(slots[slot] - 1, utf8)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /** IDs that differ in the last character only must not end up side by side. */
  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ mixed >>> 15;
  }

  private boolean is(int at, byte[] utf8) {
    if (lengthOf(at) != utf8.length) {
      return false;
    }
    int start = startOf(at);
    int i = 0;
    while (i < utf8.length && records.get(start + i) == utf8[i]) {
      i++;
    }
    return i == utf8.length;
  }

  private void growIfFull() {
    if (size * 4L > slots.length * 3L) {
      slots = new int[slots.length * 2];
      for (int at = 0; at < end(); at = next(at)) {
        slots[slotOf(utf8(at))] = at + 1;
      }
    }
  }
}
