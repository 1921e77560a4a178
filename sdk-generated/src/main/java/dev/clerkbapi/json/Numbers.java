package dev.clerkbapi.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The classes of numbers that print as JSON numbers. */
final class Numbers {
  private static final int LONG_BITS = 63;
  private static final double LARGEST_WHOLE = 1e18; // A long holds it.

  private static final Set<Class<?>> SMALL = Set.of(Byte.class, Short.class, Integer.class);

  private Numbers() {}

  /**
   * Returns the number as the type as which it would be decoded, if that loses nothing: {@code
   * Long}, {@code Double}, {@code BigInteger}, {@code BigDecimal}. Returns null for any other
   * class, including subclasses of the last two, because it may print as anything.
   */
  static @Nullable Number immutable(Number number) {
    if (SMALL.contains(number.getClass()) || isWholeCounter(number)) {
      return number.longValue();
    }
    if (number instanceof Float || isFractionalCounter(number)) {
      return number.doubleValue();
    }
    if (number.getClass() == BigInteger.class) {
      BigInteger whole = (BigInteger) number;
      return whole.bitLength() <= LONG_BITS ? (Number) whole.longValue() : whole;
    }
    boolean kept =
        number instanceof Long || number instanceof Double || number.getClass() == BigDecimal.class;
    return kept ? number : null;
  }

  /**
   * Returns a whole {@code double} as a {@code Long}: 20, not 20.0, which BAPI refuses in places.
   */
  static Number plain(Number number) {
    double value = number instanceof Double ? number.doubleValue() : 0.5;
    boolean whole = Math.rint(value) == value && Math.abs(value) < LARGEST_WHOLE;
    return whole ? (Number) (long) value : number;
  }

  private static boolean isWholeCounter(Number number) {
    return number instanceof AtomicInteger
        || number instanceof AtomicLong
        || number instanceof LongAdder
        || number instanceof LongAccumulator;
  }

  private static boolean isFractionalCounter(Number number) {
    return number instanceof DoubleAdder || number instanceof DoubleAccumulator;
  }
}
