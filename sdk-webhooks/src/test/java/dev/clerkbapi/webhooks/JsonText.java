package dev.clerkbapi.webhooks;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.clerkbapi.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import okio.Buffer;

/** JSON as maps and lists, and changes of all of its values at once. */
final class JsonText {
  private JsonText() {}

  static Map<String, Object> map(byte[] json) {
    try {
      return Json.map(JsonReader.of(new Buffer().write(json)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, Object> map(String json) {
    return map(json.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] bytes(Object value) {
    Buffer json = new Buffer();
    try {
      Json.write(JsonWriter.of(json), value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return json.readByteArray();
  }

  /**
   * A copy in which each value that is no object or list is replaced by what the change returns.
   */
  static Object changed(String name, Object value, BiFunction<String, Object, Object> change) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, member) -> copy.put((String) key, changed((String) key, member, change)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(changed(name, element, change)));
      return copy;
    }
    return change.apply(name, value);
  }

  /** A copy in which each object has one more member. */
  static Object extended(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, member) -> copy.put((String) key, extended(member)));
      copy.put("brand_new", Map.of("a", List.of(1L, "b")));
      return copy;
    }
    return value instanceof List<?> list ? list.stream().map(JsonText::extended).toList() : value;
  }
}
