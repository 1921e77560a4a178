package dev.clerkbapi.metadata;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers in another type, whole ones without any loss. */
final class ExactNumbers {
  private ExactNumbers() {}

  static Object to(Class<?> type, Number number, String path) {
    if (type == Number.class) {
      return number;
    } else if (type == Double.class) {
      return number.doubleValue();
    } else if (type == Float.class) {
      return number.floatValue();
    }
    try {
      return exact(type, new BigDecimal(number.toString()), path);
    } catch (ArithmeticException e) {
      throw new MetadataException(path, "the number does not fit a " + type.getSimpleName(), e);
    }
  }

  private static Object exact(Class<?> type, BigDecimal number, String path) {
    if (type == BigDecimal.class) {
      return number;
    } else if (type == BigInteger.class) {
      return number.toBigIntegerExact();
    } else if (type == Long.class) {
      return number.longValueExact();
    } else if (type == Integer.class) {
      return number.intValueExact();
    } else if (type == Short.class) {
      return number.shortValueExact();
    } else if (type == Byte.class) {
      return number.byteValueExact();
    }
    throw new MetadataException(path, "metadata cannot be a " + type.getTypeName());
  }
}
