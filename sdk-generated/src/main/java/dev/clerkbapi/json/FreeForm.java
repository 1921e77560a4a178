package dev.clerkbapi.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON without a schema (metadata, claims), as immutable Java values in which whole numbers are
 * exact.
 */
final class FreeForm {
  /** Parsing takes time quadratic in the number of digits; a longer number stays text. */
  private static final int MAX_DIGITS = 1000;

  private FreeForm() {}

  static @Nullable Object read(JsonReader reader, Decoding decoding) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> readMap(reader, decoding);
      case BEGIN_ARRAY -> readList(reader, decoding);
      case STRING -> decoding.string(reader);
      case BOOLEAN -> reader.nextBoolean();
      case NUMBER -> number(reader.nextString());
      default -> reader.nextNull();
    };
  }

  static Map<String, @Nullable Object> readMap(JsonReader reader, Decoding decoding)
      throws IOException {
    reader.beginObject();
    if (!reader.hasNext()) {
      reader.endObject();
      return Map.of();
    }
    return readMembers(reader, decoding, new Members());
  }

  /** Reads the rest of an object that has begun, and returns it with what was read before. */
  static Map<String, @Nullable Object> readMembers(
      JsonReader reader, Decoding decoding, Members members) throws IOException {
    while (reader.hasNext()) {
      members.put(decoding.name(reader), read(reader, decoding));
    }
    reader.endObject();
    return members.toMap();
  }

  private static List<@Nullable Object> readList(JsonReader reader, Decoding decoding)
      throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      list.add(read(reader, decoding));
    }
    reader.endArray();
    return freeze(list);
  }

  /**
   * Returns a {@code Long} if it fits, or else a type that loses nothing: {@code BigInteger},
   * {@code Double}, {@code BigDecimal}.
   */
  private static Object number(String text) {
    if (text.length() > MAX_DIGITS) {
      return text;
    }
    if (isWhole(text)) {
      try {
        return Long.valueOf(text);
      } catch (NumberFormatException e) {
        return new BigInteger(text);
      }
    }
    Double number = Double.valueOf(text);
    return number.isInfinite() ? beyondDouble(text) : number;
  }

  private static Object beyondDouble(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return text; // Its exponent has more than 32 bits.
    }
  }

  /** Refuses a fraction, a number beyond {@code long}, and one that would take long to parse. */
  static long exactLong(String text, String path) {
    if (text.length() <= MAX_DIGITS) {
      try {
        return new BigDecimal(text).longValueExact();
      } catch (ArithmeticException | NumberFormatException e) {
        throw new JsonDataException("Expected a long but was " + text + " at path " + path, e);
      }
    }
    throw new JsonDataException(
        "Expected a long but was a number of " + text.length() + " characters at path " + path);
  }

  private static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' || c == 'e' || c == 'E') {
        return false;
      }
    }
    return true;
  }

  /** Returns an unmodifiable map, which may be the given one, in its order. */
  static Map<String, @Nullable Object> freeze(Map<String, @Nullable Object> map) {
    if (map.size() > SmallMap.MOST) {
      return Collections.unmodifiableMap(map);
    }
    return map.isEmpty() ? Map.of() : SmallMap.of(map);
  }

  /** Returns an unmodifiable copy without spare capacity; unlike {@code List.of}, it takes null. */
  static List<@Nullable Object> freeze(List<@Nullable Object> list) {
    return Collections.unmodifiableList(Arrays.asList(list.toArray()));
  }
}
