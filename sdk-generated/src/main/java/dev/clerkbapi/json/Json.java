package dev.clerkbapi.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The building blocks of generated adapters. For generated code. */
public final class Json {
  private static final int SHORT_LIST = 4;
  private static final double FIRST_MILLISECONDS = 1e11;

  private Json() {}

  /** As {@link Decoding#string} does, but shares nothing. */
  public static String string(JsonReader reader) throws IOException {
    expect(reader, JsonReader.Token.STRING);
    return Surrogates.mended(reader.nextString());
  }

  public static Boolean bool(JsonReader reader) throws IOException {
    return reader.nextBoolean();
  }

  /** Reads a whole number; unlike the reader itself, refuses a string. */
  public static Long whole(JsonReader reader) throws IOException {
    expect(reader, JsonReader.Token.NUMBER);
    try {
      return (long) reader.nextInt(); // Creates no string; nextLong takes minutes for some numbers.
    } catch (JsonDataException e) { // Larger, or a fraction. The reader has not moved on.
      return FreeForm.exactLong(reader.nextString(), reader.getPath());
    }
  }

  public static Integer whole32(JsonReader reader) throws IOException {
    expect(reader, JsonReader.Token.NUMBER);
    return reader.nextInt();
  }

  public static Double number(JsonReader reader) throws IOException {
    expect(reader, JsonReader.Token.NUMBER);
    return reader.nextDouble();
  }

  /**
   * Reads a point in time in Unix milliseconds, or in seconds, as BAPI sends it in a few places. A
   * number below 100,000,000,000 is seconds: as milliseconds it would be a time before March 1973,
   * when there was no BAPI. Fractions of a millisecond are dropped; times beyond 2^53 milliseconds,
   * some 285,000 years from now, are as exact as a {@code double}.
   */
  public static Instant instant(JsonReader reader) throws IOException {
    return Instant.ofEpochMilli(millis(reader));
  }

  /** The same as a number of {@link Times}. */
  public static long time(JsonReader reader) throws IOException {
    return Times.ofMillis(millis(reader));
  }

  private static long millis(JsonReader reader) throws IOException {
    expect(reader, JsonReader.Token.NUMBER);
    double millis;
    try {
      millis = reader.nextDouble(); // Creates no string, as in whole().
    } catch (JsonEncodingException e) { // Beyond a double. The reader has not moved on.
      millis = Double.parseDouble(reader.nextString());
    }
    boolean seconds = Math.abs(millis) < FIRST_MILLISECONDS;
    return (long) (seconds ? millis * 1000 : millis);
  }

  /** Reads a point in time as text in the format of RFC 3339; accepts a number as well. */
  public static Instant instantInText(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NUMBER) {
      return instant(reader);
    }
    String text = string(reader);
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new JsonDataException(
          "Expected a time such as 2026-05-12T09:30:00Z but was another text at path "
              + reader.getPath(),
          e);
    }
  }

  /** Formats a point in time as text in the format of RFC 3339. */
  public static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  /** Returns the number; a whole one without the fraction or exponent that Java would write. */
  public static @Nullable Number plain(@Nullable Double number) {
    return number == null ? null : Numbers.plain(number);
  }

  /** Reads an object without a schema. */
  public static Map<String, @Nullable Object> map(JsonReader reader) throws IOException {
    return new Decoding().map(reader);
  }

  /** Returns a list for the elements of an array that has begun; most arrays of BAPI are empty. */
  public static <T> List<T> newList(JsonReader reader) throws IOException {
    return reader.hasNext() ? new ArrayList<>(SHORT_LIST) : List.of();
  }

  /** Returns whether an array or object has another element; skips null elements of an array. */
  public static boolean nextElement(JsonReader reader) throws IOException {
    while (reader.hasNext()) {
      if (reader.peek() != JsonReader.Token.NULL) {
        return true;
      }
      reader.skipValue();
    }
    return false;
  }

  /**
   * Returns the type of an object that has begun, as the index of its tag among the known tags; -1
   * for another tag or none. It peeks, so that all members can still be read. That costs a copy of
   * the rest of the JSON, so use it only for objects that do not start with their tag.
   */
  public static int kind(JsonReader reader, String tag, JsonReader.Options known)
      throws IOException {
    try (JsonReader ahead = reader.peekJson()) {
      while (ahead.hasNext()) {
        if (ahead.nextName().equals(tag) && ahead.peek() == JsonReader.Token.STRING) {
          return ahead.selectString(known);
        }
        ahead.skipValue();
      }
      return -1;
    }
  }

  /** Returns an immutable copy of a decoded list, without spare capacity. */
  public static <T> List<T> copy(List<T> list) {
    return List.copyOf(list);
  }

  /**
   * Returns an immutable copy of a builder's argument for {@code member}; refuses what JSON cannot
   * represent.
   */
  public static <T> List<T> copy(String member, List<T> list) {
    return new Intake(member).list(list);
  }

  /** Returns an immutable copy in the same order; refuses what JSON cannot represent. */
  public static <T> Map<String, T> copy(String member, Map<String, T> map) {
    return new Intake(member).map(map);
  }

  /**
   * Returns a deep, immutable copy of a map without a schema; refuses what JSON cannot represent.
   */
  public static Map<String, @Nullable Object> copyFreeForm(
      String member, Map<String, ? extends @Nullable Object> map) {
    return new Intake(member).freeFormMap(map);
  }

  /**
   * Returns a deep, immutable copy of a value without a schema; refuses what JSON cannot represent.
   */
  public static @Nullable Object copyFreeForm(String member, @Nullable Object value) {
    return new Intake(member).freeForm(value);
  }

  /** Writes any value that a model may contain. */
  public static void write(JsonWriter writer, @Nullable Object value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof String text) {
      writer.value(text);
    } else if (value instanceof Boolean bool) {
      writer.value(bool);
    } else if (value instanceof Number number) {
      writer.value(number);
    } else if (value instanceof Instant instant) {
      writer.value(instant.toEpochMilli());
    } else if (value instanceof OpenEnum constant) {
      writer.value(constant.value());
    } else if (value instanceof Model model) {
      writeModel(writer, model);
    } else if (value instanceof Page<?> page) {
      writePage(writer, page);
    } else if (value instanceof UnknownVariant unknown) {
      writeMap(writer, unknown.members());
    } else if (value instanceof List<?> list) {
      writer.beginArray();
      for (Object item : list) {
        write(writer, item);
      }
      writer.endArray();
    } else if (value instanceof Map<?, ?> map) {
      writeMap(writer, map);
    } else {
      throw new IllegalArgumentException("no JSON for " + value.getClass().getName());
    }
  }

  private static void writeModel(JsonWriter writer, Model model) throws IOException {
    boolean serializedNulls = writer.getSerializeNulls();
    writer.setSerializeNulls(true);
    writer.beginObject();
    String[] names = model.memberNames();
    @Nullable Object[] values = model.memberValues();
    for (int i = 0; i < names.length; i++) {
      if (values[i] != null || model.isNull(i)) {
        write(writer.name(names[i]), values[i]);
      }
    }
    for (Map.Entry<String, @Nullable Object> entry : model.additionalMembers().entrySet()) {
      write(writer.name(entry.getKey()), entry.getValue());
    }
    writer.endObject();
    writer.setSerializeNulls(serializedNulls);
  }

  private static void writePage(JsonWriter writer, Page<?> page) throws IOException {
    String member = page.member();
    if (member == null) {
      write(writer, page.data());
      return;
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put(member, page.data());
    page.totalCount().ifPresent(total -> members.put(PageAdapter.TOTAL, total));
    members.putAll(page.additionalMembers());
    writeMap(writer, members);
  }

  private static void writeMap(JsonWriter writer, Map<?, ?> map) throws IOException {
    boolean serializedNulls = writer.getSerializeNulls();
    writer.setSerializeNulls(true);
    writer.beginObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      write(writer.name((String) entry.getKey()), entry.getValue());
    }
    writer.endObject();
    writer.setSerializeNulls(serializedNulls);
  }

  static void expect(JsonReader reader, JsonReader.Token expected) throws IOException {
    JsonReader.Token actual = reader.peek();
    if (actual != expected) {
      throw new JsonDataException(
          "Expected " + expected + " but was " + actual + " at path " + reader.getPath());
    }
  }
}
