package dev.clerkbapi.auth.internal;

import java.util.Arrays;

/**
 * Base64url (RFC 4648 section 5), in its one canonical form: the JDK's decoder would also take
 * other last characters, and then several texts would be one token.
 */
final class Base64Url {
  private static final int NONE = -1;

  /** Characters that are whole bytes together: three of them. */
  private static final int GROUP = 4;

  private static final byte[] VALUES = new byte[128];

  static {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    Arrays.fill(VALUES, (byte) NONE);
    for (int i = 0; i < alphabet.length(); i++) {
      VALUES[alphabet.charAt(i)] = (byte) i;
    }
  }

  private Base64Url() {}

  /**
   * Decodes the characters between two indices. Up to two {@code =} at their end are ignored, as
   * Clerk's own code does; RFC 7515 has none.
   */
  static byte[] decode(String text, int from, int to) throws MalformedException {
    int end = to;
    while (end > from && end > to - 2 && text.charAt(end - 1) == '=') {
      end--;
    }
    byte[] bytes = new byte[(int) ((end - from) * 3L / 4)];
    int written = 0;
    int at = from;
    for (; at + GROUP <= end; at += GROUP) {
      int bits = value(text, at) << 18;
      bits |= value(text, at + 1) << 12;
      bits |= value(text, at + 2) << 6;
      bits |= value(text, at + 3);
      bytes[written] = (byte) (bits >> 16);
      bytes[written + 1] = (byte) (bits >> 8);
      bytes[written + 2] = (byte) bits;
      written += 3;
    }
    decodeLast(text, at, end, bytes, written);
    return bytes;
  }

  /** Decodes fewer characters than a group has. */
  private static void decodeLast(String text, int from, int end, byte[] bytes, int first)
      throws MalformedException {
    int bits = 0;
    int count = 0;
    int written = first;
    for (int i = from; i < end; i++) {
      bits = (bits << 6) | value(text, i);
      count += 6;
      if (count >= 8) {
        count -= 8;
        bytes[written++] = (byte) (bits >> count);
        bits &= (1 << count) - 1;
      }
    }
    if (bits != 0 || count == 6) { // What is left over, or a character that is no whole byte.
      throw new MalformedException("a part of it is not complete base64url");
    }
  }

  private static int value(String text, int at) throws MalformedException {
    char c = text.charAt(at);
    int value = c < VALUES.length ? VALUES[c] : NONE;
    if (value == NONE) {
      throw new MalformedException("a part of it has a character that base64url does not have");
    }
    return value;
  }
}
