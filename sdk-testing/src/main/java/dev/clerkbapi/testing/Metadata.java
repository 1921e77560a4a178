package dev.clerkbapi.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How metadata changes. */
final class Metadata {
  private Metadata() {}

  /** Merges deeply; null removes a key, at any level. Neither argument changes. */
  static Map<String, @Nullable Object> merged(Map<?, ?> old, Map<?, ?> change) {
    Map<String, @Nullable Object> result = copy(old);
    change.forEach(
        (key, value) -> {
          if (value == null) {
            result.remove(key);
          } else if (value instanceof Map<?, ?> inner) {
            Object before = result.get(key);
            result.put(
                (String) key, merged(before instanceof Map<?, ?> map ? map : Map.of(), inner));
          } else {
            result.put((String) key, value);
          }
        });
    return result;
  }

  /** Puts the metadata of a request into an object: merged for PATCH, as it is for PUT. */
  static void change(Map<String, @Nullable Object> object, Call call) {
    call.members()
        .forEach(
            (name, value) -> {
              if (name.endsWith("_metadata") && value instanceof Map<?, ?> change) {
                object.put(name, of(call, object.get(name), change));
              }
            });
  }

  /** Returns metadata as a request changes it. */
  static Map<String, @Nullable Object> of(Call call, @Nullable Object old, Map<?, ?> change) {
    boolean merges = call.operation().method().equals("PATCH");
    return merges && old instanceof Map<?, ?> map ? merged(map, change) : copy(change);
  }

  private static Map<String, @Nullable Object> copy(Map<?, ?> metadata) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    metadata.forEach((key, value) -> copy.put((String) key, value));
    return copy;
  }
}
