package dev.clerkbapi.auth.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Base64url (RFC 4648 section 5), in its one canonical form: the JDK's decoder would also take
 * other last characters, and then several texts would be one token.
 */
final class Base64Url {
  private static final int NONE = -1;
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
    check(text, from, end);
    return Base64.getUrlDecoder()
        .decode(text.substring(from, end).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void check(String text, int from, int end) throws MalformedException {
    int last = 0;
    for (int i = from; i < end; i++) {
      last = value(text.charAt(i));
      if (last == NONE) {
        throw new MalformedException("a part of it has a character that base64url does not have");
      }
    }
    int rest = (end - from) % 4;
    int unused = rest == 2 ? last & 15 : rest == 3 ? last & 3 : rest;
    if (unused != 0) {
      throw new MalformedException("a part of it is not complete base64url");
    }
  }

  private static int value(char c) {
    return c < VALUES.length ? VALUES[c] : NONE;
  }
}
