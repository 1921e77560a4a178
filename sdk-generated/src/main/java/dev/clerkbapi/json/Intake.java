package dev.clerkbapi.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks and copies a value that a caller gives to a builder: copies what is mutable, and refuses
 * what JSON cannot represent, with an {@code IllegalArgumentException} that contains its path, such
 * as {@code public_metadata.team.members[3]}. For one value; not thread-safe.
 */
final class Intake {
  /** Moshi writes 255 levels; the models around the value need some of them. */
  private static final int MAX_DEPTH = 200;

  private final Place place;
  private int depth;

  /** {@code name} is that of the member in JSON, or of the parameter. */
  Intake(String name) {
    place = new Place(name);
  }

  /** Refuses strings and doubles that JSON cannot represent; allocates nothing for others. */
  static void check(String name, @Nullable Object value) {
    boolean cut = value instanceof String text && Surrogates.half(text) >= 0;
    boolean endless = value instanceof Double number && !Double.isFinite(number);
    if (cut || endless) {
      new Intake(name).freeForm(value); // Throws.
    }
  }

  /** Returns a deep, immutable copy of a value without a schema, as decoding would return it. */
  @Nullable Object freeForm(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return freeFormMap(map);
    }
    if (value instanceof Collection<?> items) {
      return freeFormList(items);
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value == null || value instanceof Boolean) {
      return value;
    }
    if (value instanceof OpenEnum constant) {
      return text(constant.value());
    }
    if (value instanceof String text) {
      return text(text);
    }
    throw unsupported(value);
  }

  Map<String, @Nullable Object> freeFormMap(Map<?, ?> map) {
    deeper();
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String key = key(entry.getKey());
      int end = place.enter(key);
      copy.put(key, freeForm(entry.getValue()));
      place.leaveTo(end);
    }
    depth--;
    return FreeForm.freeze(copy);
  }

  private List<@Nullable Object> freeFormList(Collection<?> items) {
    deeper();
    List<@Nullable Object> copy = new ArrayList<>();
    for (Object item : items) {
      int end = place.enter(copy.size());
      copy.add(freeForm(item));
      place.leaveTo(end);
    }
    depth--;
    return FreeForm.freeze(copy);
  }

  /** Returns an immutable copy of a list with a schema. */
  <T> List<T> list(List<T> list) {
    List<T> copy = new ArrayList<>(list.size());
    for (T item : list) {
      int end = place.enter(copy.size());
      copy.add(typed(item));
      place.leaveTo(end);
    }
    return List.copyOf(copy);
  }

  /** Returns an immutable copy of a map with a schema, in its order. */
  <T> Map<String, T> map(Map<String, T> map) {
    Map<String, T> copy = new LinkedHashMap<>();
    for (Map.Entry<String, T> entry : map.entrySet()) {
      String key = key(entry.getKey());
      int end = place.enter(key);
      copy.put(key, typed(entry.getValue()));
      place.leaveTo(end);
    }
    return Collections.unmodifiableMap(copy);
  }

  /** Returns the element itself if it is immutable, or else a copy. */
  @SuppressWarnings(
      "unchecked") // A copy has the class of its element: no schema has a type whose copy differs,
  // such as Short.
  private <T> T typed(T value) {
    boolean kept =
        value instanceof Model
            || value instanceof UnknownVariant
            || value instanceof OpenEnum
            || value instanceof Instant
            || value instanceof Integer;
    return kept ? value : (T) Objects.requireNonNull(freeForm(value), place::toString);
  }

  private String text(String text) {
    int half = Surrogates.half(text);
    if (half >= 0) {
      throw place.refused(
          "half a surrogate pair at index " + half + " of the string; was it cut there?");
    }
    return text;
  }

  private String key(@Nullable Object key) {
    if (!(key instanceof String name)) {
      throw place.refused("the keys of a JSON object are strings, not " + typeName(key));
    }
    int half = Surrogates.half(name);
    if (half >= 0) {
      throw place.refused(
          "half a surrogate pair at index " + half + " of a key; was it cut there?");
    }
    return name;
  }

  private Number number(Number number) {
    Number copy = Numbers.immutable(number);
    if (copy == null) {
      throw unsupported(number);
    }
    return copy instanceof Double fraction ? finite(fraction) : copy;
  }

  private Double finite(Double number) {
    if (number.isNaN() || number.isInfinite()) {
      throw place.refused("JSON cannot hold " + number);
    }
    return number;
  }

  private void deeper() {
    if (++depth > MAX_DEPTH) {
      throw place.refused("more than " + MAX_DEPTH + " levels deep; does it hold itself?");
    }
  }

  private IllegalArgumentException unsupported(Object value) {
    return place.refused(
        "JSON cannot hold a "
            + typeName(value)
            + "; use strings, numbers of the JDK, booleans, null, lists and maps");
  }

  private static String typeName(@Nullable Object value) {
    return value == null ? "null" : value.getClass().getTypeName();
  }
}
