package dev.clerkbapi.testing.internal.json;

import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON (RFC 8259). Objects are maps in the order of their members, arrays are
 * lists, whole numbers are {@code Long} or {@code BigInteger}, others {@code Double}.
 */
public final class Json {
  private Json() {}

  /**
   * Reads a document.
   *
   * @throws JsonException if it is not JSON
   */
  public static @Nullable Object read(String text) {
    return new JsonReader(text).document();
  }

  /**
   * Writes a value.
   *
   * @throws IllegalArgumentException if it, or a value in it, has no form in JSON
   */
  public static String write(@Nullable Object value) {
    StringBuilder text = new StringBuilder(256);
    JsonWriter.write(text, value);
    return text.toString();
  }
}
