package dev.clerkbapi.metadata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes maps, lists and scalars of values. For one value; not thread-safe. */
final class Writing {
  private static final int MAX_DEPTH = 200;

  private int depth;

  @Nullable Object write(@Nullable Object value) {
    return write(value, "");
  }

  private @Nullable Object write(@Nullable Object value, String path) {
    if (value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Number) {
      return value;
    } else if (value instanceof Character character) {
      return character.toString();
    } else if (value instanceof Enum<?> constant) {
      return constant.name();
    } else if (Texts.PARSERS.containsKey(value.getClass())) {
      return value.toString();
    }
    if (++depth > MAX_DEPTH) {
      throw new MetadataException(
          "", "more than " + MAX_DEPTH + " levels deep; does a value hold itself?");
    }
    Object written = composed(value, path);
    depth--;
    return written;
  }

  private Object composed(Object value, String path) {
    if (value instanceof Map<?, ?> map) {
      return map(map, path);
    } else if (value instanceof Collection<?> items) {
      List<@Nullable Object> list = new ArrayList<>();
      for (Object item : items) {
        list.add(write(item, path + "[" + list.size() + "]"));
      }
      return list;
    }
    Shape shape = Shape.of(value.getClass(), path);
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (Shape.Member member : shape.members()) {
      members.put(member.name(), write(shape.get(member, value), inside(path, member.name())));
    }
    return members;
  }

  private Map<String, @Nullable Object> map(Map<?, ?> map, String path) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (!(key instanceof String name)) {
            throw new MetadataException(path, "the keys of a JSON object are text, not " + key);
          }
          members.put(name, write(value, inside(path, name)));
        });
    return members;
  }

  static String inside(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
