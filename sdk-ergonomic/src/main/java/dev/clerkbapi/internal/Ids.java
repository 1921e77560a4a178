package dev.clerkbapi.internal;

import org.jspecify.annotations.Nullable;

/** Refuses IDs that would address something else, or nothing, before anything is sent. */
public final class Ids {
  private Ids() {}

  /**
   * Returns the ID.
   *
   * @param name what to call it in a message, such as {@code userId}
   * @throws IllegalArgumentException if it is null, empty, {@code .} or {@code ..}, or has white
   *     space, slashes, backslashes or control characters
   */
  public static String check(String name, @Nullable String id) {
    if (id == null) {
      throw new IllegalArgumentException(name + " is null");
    }
    if (id.isBlank()) {
      throw new IllegalArgumentException(name + " is blank");
    }
    if (id.equals(".") || id.equals("..")) {
      throw new IllegalArgumentException(name + " is \"" + id + "\", which is a path, not an ID");
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c == '/' || c == '\\' || isInvisible(c)) {
        throw new IllegalArgumentException(
            name + " has a character that no ID has, U+" + hex(c) + " at index " + i);
      }
    }
    return id;
  }

  private static boolean isInvisible(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  private static String hex(char c) {
    String digits = Integer.toHexString(c);
    return "0000".substring(digits.length()) + digits.toUpperCase(java.util.Locale.ROOT);
  }
}
