package dev.clerkbapi.metadata;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes values of types from maps, lists and scalars. */
final class Reading {
  private static final Set<Class<?>> LISTS = Set.of(List.class, Collection.class, Iterable.class);

  @Nullable Object read(@Nullable Object json, Type type) {
    return read(json, type, "");
  }

  private @Nullable Object read(@Nullable Object json, Type type, String path) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return json == null
          ? null
          : container(json, (Class<?>) generic.getRawType(), arguments, path);
    } else if (type instanceof WildcardType wildcard) {
      return read(json, wildcard.getUpperBounds()[0], path);
    } else if (!(type instanceof Class<?> named)) {
      throw new MetadataException(path, "metadata cannot be a " + type.getTypeName());
    } else if (json == null) {
      return missing(named, path);
    } else {
      return value(json, named, path);
    }
  }

  private static @Nullable Object missing(Class<?> type, String path) {
    if (type.isPrimitive()) {
      throw new MetadataException(
          path,
          "is missing or null, which "
              + type
              + " cannot be; use "
              + Boxes.of(type).getSimpleName());
    }
    return null;
  }

  private Object container(Object json, Class<?> raw, Type[] arguments, String path) {
    boolean list = LISTS.contains(raw);
    if (list || raw == Set.class) {
      List<@Nullable Object> items = items(json, arguments[0], path);
      return list
          ? Collections.unmodifiableList(items)
          : Collections.unmodifiableSet(new LinkedHashSet<>(items));
    } else if (raw == Map.class && arguments[0] == String.class) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      object(json, path)
          .forEach(
              (key, value) -> {
                String name = (String) key;
                values.put(name, read(value, arguments[1], Writing.inside(path, name)));
              });
      return Collections.unmodifiableMap(values);
    }
    throw new MetadataException(
        path, "metadata can be a List, Set or Map of text, not a " + raw.getTypeName());
  }

  private List<@Nullable Object> items(Object json, Type element, String path) {
    if (!(json instanceof List<?> list)) {
      throw wrong(path, "a list", json);
    }
    List<@Nullable Object> items = new ArrayList<>();
    for (Object item : list) {
      items.add(read(item, element, path + "[" + items.size() + "]"));
    }
    return items;
  }

  private Object value(Object json, Class<?> type, String path) {
    Class<?> boxed = Boxes.of(type);
    if (boxed == Object.class) {
      return json;
    } else if (boxed == Boolean.class || boxed == String.class) {
      return is(json, boxed, path);
    } else if (boxed == Character.class) {
      return character(json, path);
    } else if (Number.class.isAssignableFrom(boxed)) {
      return ExactNumbers.to(boxed, (Number) is(json, Number.class, path), path);
    } else if (boxed.isEnum()) {
      return constant((String) is(json, String.class, path), boxed, path);
    }
    Function<String, Object> parser = Texts.PARSERS.get(boxed);
    return parser == null
        ? made(json, boxed, path)
        : parsed(parser, (String) is(json, String.class, path), boxed, path);
  }

  private Object made(Object json, Class<?> type, String path) {
    if (LISTS.contains(type) || type == Set.class) {
      return container(json, type, new Type[] {Object.class}, path);
    } else if (type == Map.class) {
      return container(json, type, new Type[] {String.class, Object.class}, path);
    }
    Shape shape = Shape.of(type, path);
    Map<?, ?> object = object(json, path);
    @Nullable Object[] values = new @Nullable Object[shape.members().size()];
    for (int i = 0; i < values.length; i++) {
      Shape.Member member = shape.members().get(i);
      String name = member.name();
      boolean kept = !type.isRecord() && !object.containsKey(name);
      values[i] = kept ? null : read(object.get(name), member.type(), Writing.inside(path, name));
    }
    return shape.make(values, path);
  }

  private static Object parsed(
      Function<String, Object> parser, String text, Class<?> type, String path) {
    try {
      return parser.apply(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new MetadataException(path, "not the text of a " + type.getSimpleName(), e);
    }
  }

  private static Object constant(String name, Class<?> type, String path) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new MetadataException(path, "not the name of a constant of " + type.getTypeName());
  }

  private static Character character(Object json, String path) {
    String text = (String) is(json, String.class, path);
    if (text.length() != 1) {
      throw wrong(path, "one character", json);
    }
    return text.charAt(0);
  }

  private static Map<?, ?> object(Object json, String path) {
    return (Map<?, ?>) is(json, Map.class, path);
  }

  private static Object is(Object json, Class<?> type, String path) {
    if (!type.isInstance(json)) {
      throw wrong(path, "a " + (type == Map.class ? "JSON object" : type.getSimpleName()), json);
    }
    return json;
  }

  /** Says what kind of value it is, and not the value, which may be private. */
  private static MetadataException wrong(String path, String expected, Object json) {
    String kind = json instanceof Map ? "JSON object" : json instanceof List ? "list" : "";
    return new MetadataException(
        path,
        "expected "
            + expected
            + ", not a "
            + (kind.isEmpty() ? json.getClass().getSimpleName() : kind));
  }
}
