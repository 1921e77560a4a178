package dev.clerkbapi.jackson;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A number of JSON in the smallest type that writes it as it was. */
final class ExactNumber {
  private ExactNumber() {}

  /** Returns a {@code Long}, {@code BigInteger}, {@code Double} or {@code BigDecimal}. */
  static Number of(String text) {
    if (text.matches("-?\\d+")) {
      BigInteger whole = new BigInteger(text);
      return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }
    Double fraction = Double.valueOf(text);
    return fraction.toString().equals(text) ? fraction : new BigDecimal(text);
  }
}
