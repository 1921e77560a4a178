package dev.clerkbapi.resources;

import static dev.clerkbapi.resources.DescribedApi.object;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON made up after the description: every member that a type has, until types repeat. */
final class Examples {
  private static final int DEEPEST = 4;

  private final DescribedApi api;

  Examples(DescribedApi api) {
    this.api = api;
  }

  /** A response of an operation, in the shape that is described; null where it has no body. */
  Object response(DescribedOperation operation) {
    Map<String, Object> schema = operation.response();
    if (schema.isEmpty()) {
      return null;
    }
    Object value = value(schema, 0);
    String member = (String) schema.getOrDefault("x-page", "");
    return member.isEmpty() ? value : Map.of(member, value, "total_count", 1L);
  }

  Object ofType(String name) {
    return named(name, 0);
  }

  private Object value(Map<String, Object> use, int depth) {
    if (use.get("$ref") instanceof String ref) {
      return named(ref.substring(ref.lastIndexOf('/') + 1), depth);
    }
    return switch ((String) use.getOrDefault("type", "")) {
      case "string" -> "date-time".equals(use.get("format")) ? "2026-05-12T09:30:00Z" : "a text";
      case "boolean" -> true;
      case "integer" ->
          Math.min(
              "int32".equals(use.get("format")) ? 7L : 1_700_000_000_123L,
              (Long) use.getOrDefault("maximum", Long.MAX_VALUE));
      case "number" -> 2.5;
      case "array" -> List.of(value(object(use.get("items")), depth));
      case "object" ->
          use.get("additionalProperties") instanceof Map<?, ?> values
              ? Map.of("a", value(object(values), depth))
              : Map.of("a", "b");
      default -> "anything";
    };
  }

  private Object named(String type, int depth) {
    Map<String, Object> schema = api.type(type);
    return switch ((String) schema.get("x-kind")) {
      case "enum" -> ((List<?>) schema.get("enum")).get(0);
      case "union" -> variant(schema, depth);
      default -> depth > DEEPEST ? Map.of() : members(schema, depth);
    };
  }

  private Map<String, Object> members(Map<String, Object> schema, int depth) {
    Map<String, Object> example = new LinkedHashMap<>();
    object(schema.get("properties"))
        .forEach((name, use) -> example.put(name, value(object(use), depth + 1)));
    return example;
  }

  private Map<String, Object> variant(Map<String, Object> union, int depth) {
    Map<String, Object> first = object(((List<?>) union.get("x-variants")).get(0));
    String ref = (String) first.get("$ref");
    String type = ref.substring(ref.lastIndexOf('/') + 1);
    Map<String, Object> example = new LinkedHashMap<>(members(api.type(type), depth));
    example.put((String) union.get("x-tag"), first.get("tag"));
    return example;
  }
}
