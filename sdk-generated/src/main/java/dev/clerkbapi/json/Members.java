package dev.clerkbapi.json;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the members of an object without a schema; of two with the same name, the later one
 * counts. Not thread-safe.
 */
final class Members {
  private static final int FEW = 8; // Four members

  private @Nullable Object[] pairs = new @Nullable Object[FEW];
  private int end;

  /** What there is, once there is too much for the array. */
  private @Nullable Map<String, @Nullable Object> many;

  void put(String name, @Nullable Object value) {
    if (many != null) {
      many.put(name, value);
      return;
    }
    int index = SmallMap.indexOf(pairs, end, name);
    if (index >= 0) {
      pairs[index + 1] = value;
    } else if (end == 2 * SmallMap.MOST) {
      many = new LinkedHashMap<>(new SmallMap(pairs));
      many.put(name, value);
    } else {
      append(name, value);
    }
  }

  private void append(String name, @Nullable Object value) {
    if (end == pairs.length) {
      pairs = Arrays.copyOf(pairs, Math.min(2 * pairs.length, 2 * SmallMap.MOST));
    }
    pairs[end++] = name;
    pairs[end++] = value;
  }

  /** Returns an unmodifiable map; nothing can be put after that. */
  Map<String, @Nullable Object> toMap() {
    if (many != null) {
      return Collections.unmodifiableMap(many);
    }
    if (end == 0) {
      return Map.of();
    }
    return new SmallMap(end == pairs.length ? pairs : Arrays.copyOf(pairs, end));
  }
}
