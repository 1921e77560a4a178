package dev.clerkbapi.auth.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads claims of which nobody knows whether they have the type that they should have. */
public final class ClaimReader {
  private ClaimReader() {}

  public static @Nullable String text(@Nullable Object claim) {
    return claim instanceof String value ? value : null;
  }

  @SuppressWarnings("unchecked") // The keys of a parsed object are strings.
  public static @Nullable Map<String, @Nullable Object> object(@Nullable Object claim) {
    return claim instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
  }

  /** Returns the strings of a list; empty for anything else. */
  public static List<String> texts(@Nullable Object claim) {
    List<String> texts = new ArrayList<>();
    if (claim instanceof Collection<?> items) {
      for (Object item : items) {
        if (item instanceof String text) {
          texts.add(text);
        }
      }
    }
    return List.copyOf(texts);
  }

  /** Returns the parts of a text between commas, without the blanks round them; no empty text. */
  public static List<String> split(@Nullable Object claim) {
    if (!(claim instanceof String text) || text.isBlank()) {
      return List.of();
    }
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  /** Returns the words of a text; null for anything else, and if there are none. */
  public static @Nullable List<String> words(@Nullable Object claim) {
    if (!(claim instanceof String text) || text.isBlank()) {
      return null;
    }
    return List.of(text.strip().split("\\s+"));
  }
}
