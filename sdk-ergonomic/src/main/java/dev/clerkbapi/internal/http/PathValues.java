package dev.clerkbapi.internal.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Recognises IDs, and other values in a path, that would change the path. */
public final class PathValues {
  private PathValues() {}

  /**
   * Returns the value.
   *
   * @param name what to call it in a message, such as {@code user_id}
   * @throws IllegalArgumentException if it has a {@link #fault}
   */
  static String check(String name, String value) {
    String fault = fault(value);
    if (fault != null) {
      throw new IllegalArgumentException(name + " " + fault);
    }
    return value;
  }

  /**
   * Returns what is wrong, such as {@code is blank}; null if nothing is. A value is wrong if it is
   * empty, {@code .} or {@code ..}, or has white space, slashes, backslashes, control characters or
   * half a surrogate pair.
   */
  public static @Nullable String fault(String value) {
    if (value.isBlank()) {
      return "is blank";
    }
    if (value.equals(".") || value.equals("..")) {
      return "is \"" + value + "\", which leads to another path";
    }
    int c;
    for (int i = 0; i < value.length(); i += Character.charCount(c)) {
      c = value.codePointAt(i);
      if (c == '/' || c == '\\' || isInvisible(c) || isHalf(c)) {
        return String.format(
            Locale.ROOT, "has a character that no ID has, U+%04X at index %d", c, i);
      }
    }
    return null;
  }

  private static boolean isInvisible(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  /** Half of a surrogate pair would be sent as a question mark. */
  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
