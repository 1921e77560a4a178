package dev.clerkbapi.testing;

import dev.clerkbapi.testing.internal.json.Json;
import dev.clerkbapi.testing.internal.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes members of a JSON object by paths such as {@code data.email_addresses.0.id}. */
@SuppressWarnings("unchecked") // Of what Json reads, maps have texts as keys.
final class JsonPaths {
  private JsonPaths() {}

  static Map<String, @Nullable Object> event(byte[] body) {
    try {
      if (Json.read(new String(body, StandardCharsets.UTF_8)) instanceof Map<?, ?> event) {
        return (Map<String, @Nullable Object>) event;
      }
    } catch (JsonException e) {
      throw new IllegalArgumentException("the body is not JSON", e);
    }
    throw new IllegalArgumentException("the body is no JSON object");
  }

  static void set(Map<String, @Nullable Object> root, String path, @Nullable Object value) {
    Object parent = parent(root, path);
    String last = last(path);
    if (parent instanceof Map<?, ?> object) {
      ((Map<String, @Nullable Object>) object).put(last, value);
    } else if (parent instanceof List<?> array && isIndexOf(array, last)) {
      ((List<@Nullable Object>) array).set(Integer.parseInt(last), value);
    } else {
      throw new IllegalArgumentException("the event has no place for " + path);
    }
  }

  static void remove(Map<String, @Nullable Object> root, String path) {
    Object parent = parent(root, path);
    String last = last(path);
    if (parent instanceof Map<?, ?> object) {
      object.remove(last);
    } else if (parent instanceof List<?> array && isIndexOf(array, last)) {
      array.remove(Integer.parseInt(last));
    }
  }

  private static @Nullable Object parent(Object root, String path) {
    Object node = root;
    for (int end = path.lastIndexOf('.'), at = 0; at < end; ) {
      int dot = path.indexOf('.', at);
      node = child(node, path.substring(at, dot));
      at = dot + 1;
    }
    return node;
  }

  private static @Nullable Object child(@Nullable Object node, String name) {
    if (node instanceof List<?> array && isIndexOf(array, name)) {
      return array.get(Integer.parseInt(name));
    }
    return node instanceof Map<?, ?> object ? object.get(name) : null;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static boolean isIndexOf(List<?> array, String text) {
    return text.matches("[0-9]{1,9}") && Integer.parseInt(text) < array.size();
  }
}
