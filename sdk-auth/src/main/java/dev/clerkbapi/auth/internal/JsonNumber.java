package dev.clerkbapi.auth.internal;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The numbers of JSON, of which nothing is lost: {@code Long}, or else {@code BigInteger}, {@code
 * Double}, {@code BigDecimal}.
 */
final class JsonNumber {
  /** Parsing takes time quadratic in the number of digits. */
  private static final int MAX_LENGTH = 1000;

  private static final int SURELY_LONG = 18;

  private JsonNumber() {}

  /** Returns the index after the number that starts at the given one. */
  static int end(String text, int from) throws MalformedException {
    int i = text.startsWith("-", from) ? from + 1 : from;
    int end = text.startsWith("0", i) ? i + 1 : digits(text, i);
    if (text.startsWith(".", end)) {
      end = digits(text, end + 1);
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      boolean signed = text.startsWith("+", end + 1) || text.startsWith("-", end + 1);
      end = digits(text, end + (signed ? 2 : 1));
    }
    return end;
  }

  /** Returns the value of the number between two indices. */
  static Number value(String text, int from, int end) throws MalformedException {
    if (end - from > MAX_LENGTH) {
      throw new MalformedException("its JSON has a number of over " + MAX_LENGTH + " digits");
    }
    if (digits(text, text.charAt(from) == '-' ? from + 1 : from) < end) {
      return fraction(text.substring(from, end));
    }
    if (end - from <= SURELY_LONG) {
      return Long.parseLong(text, from, end, 10);
    }
    BigInteger value = new BigInteger(text.substring(from, end));
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
  }

  private static Number fraction(String text) throws MalformedException {
    BigDecimal exact;
    try {
      exact = new BigDecimal(text);
    } catch (NumberFormatException e) { // Its exponent has more than 32 bits.
      throw StrictJson.notJson();
    }
    double near = Double.parseDouble(text);
    boolean kept = Double.isFinite(near) && BigDecimal.valueOf(near).compareTo(exact) == 0;
    return kept ? (Number) near : exact;
  }

  private static int digits(String text, int from) throws MalformedException {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    if (i == from) {
      throw StrictJson.notJson();
    }
    return i;
  }
}
