package dev.clerkbapi.testing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The values of a filter with signs before them: {@code -} excludes what has the value, {@code +}
 * has no effect.
 */
record Signs(Set<String> wanted, Set<String> excluded) {

  static Signs of(List<String> values) {
    Set<String> wanted = new HashSet<>();
    Set<String> excluded = new HashSet<>();
    for (String value : values) {
      if (value.startsWith("-")) {
        excluded.add(value.substring(1));
      } else {
        wanted.add(withoutPlus(value));
      }
    }
    return new Signs(wanted, excluded);
  }

  /** Whether something with one value, or without any, is found. */
  boolean find(@Nullable String value) {
    return (wanted.isEmpty() || (value != null && wanted.contains(value)))
        && (value == null || !excluded.contains(value));
  }

  /** Whether something that can have several values is found. */
  boolean find(Predicate<String> has) {
    return (wanted.isEmpty() || wanted.stream().anyMatch(has)) && excluded.stream().noneMatch(has);
  }

  /** A space is a {@code +} that the caller did not escape. */
  static String withoutPlus(String value) {
    return value.startsWith("+") || value.startsWith(" ") ? value.substring(1) : value;
  }
}
