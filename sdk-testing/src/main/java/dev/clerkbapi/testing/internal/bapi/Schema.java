package dev.clerkbapi.testing.internal.bapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A schema of the description, as OpenAPI 3.0 has them. Immutable. */
public final class Schema {
  static final String PREFIX = "#/components/schemas/";

  private final Map<?, ?> keywords;
  private final Map<?, ?> named;

  Schema(Map<?, ?> keywords, Map<?, ?> named) {
    this.keywords = keywords;
    this.named = named;
  }

  /** Returns the schema that this one refers to, or itself. */
  Schema resolved() {
    return name()
        .map(name -> new Schema((Map<?, ?>) Objects.requireNonNull(named.get(name)), named))
        .orElse(this);
  }

  /** Returns the name of the schema that it refers to, such as {@code User}. */
  public Optional<String> name() {
    return text("$ref").map(ref -> ref.substring(PREFIX.length()));
  }

  Optional<String> text(String keyword) {
    return Optional.ofNullable((String) keywords.get(keyword));
  }

  Optional<Number> number(String keyword) {
    return Optional.ofNullable(
        keywords.get(keyword) instanceof Number number ? number : (Number) null);
  }

  boolean is(String keyword) {
    return Boolean.TRUE.equals(keywords.get(keyword));
  }

  /** Returns the value of {@code default}, {@code enum} and the like. */
  @Nullable Object value(String keyword) {
    return keywords.get(keyword);
  }

  /** Returns the permitted values; empty if all are. */
  List<?> values() {
    return keywords.get("enum") instanceof List<?> values ? values : List.of();
  }

  /** Returns the schema behind a keyword, such as {@code items}. */
  Optional<Schema> schema(String keyword) {
    return keywords.get(keyword) instanceof Map<?, ?> schema
        ? Optional.of(new Schema(schema, named))
        : Optional.empty();
  }

  /** Returns the schemas behind {@code oneOf}, {@code anyOf} or {@code allOf}. */
  List<Schema> schemas(String keyword) {
    List<Schema> schemas = new ArrayList<>();
    if (keywords.get(keyword) instanceof List<?> list) {
      list.forEach(schema -> schemas.add(new Schema((Map<?, ?>) schema, named)));
    }
    return schemas;
  }

  /** Returns its own members. */
  Map<String, Schema> properties() {
    Map<String, Schema> properties = new LinkedHashMap<>();
    if (keywords.get("properties") instanceof Map<?, ?> map) {
      map.forEach(
          (name, schema) -> properties.put((String) name, new Schema((Map<?, ?>) schema, named)));
    }
    return properties;
  }

  /** Returns the names of all members. */
  public Set<String> propertyNames() {
    return merged().properties().keySet();
  }

  /** Returns the members that it requires itself. */
  Set<String> required() {
    Set<String> required = new LinkedHashSet<>();
    if (keywords.get("required") instanceof List<?> list) {
      list.forEach(name -> required.add((String) name));
    }
    return required;
  }

  /** Returns one schema with the keywords of all parts of {@code allOf}; later parts prevail. */
  public Schema merged() {
    Schema schema = resolved();
    List<Schema> parts = schema.schemas("allOf");
    if (parts.isEmpty()) {
      return schema;
    }
    Map<Object, Object> all = new LinkedHashMap<>();
    Map<Object, Object> properties = new LinkedHashMap<>();
    Set<String> required = new LinkedHashSet<>();
    for (Schema part : parts) {
      collect(part.merged(), all, properties, required);
    }
    collect(schema, all, properties, required);
    all.remove("allOf");
    if (!properties.isEmpty()) {
      all.put("properties", properties);
    }
    all.put("required", new ArrayList<>(required));
    return new Schema(all, named);
  }

  private static void collect(
      Schema part, Map<Object, Object> all, Map<Object, Object> properties, Set<String> required) {
    part.keywords.forEach(all::put);
    if (part.keywords.get("properties") instanceof Map<?, ?> map) {
      map.forEach(properties::put);
    }
    required.addAll(part.required());
  }
}
