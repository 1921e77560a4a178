package dev.clerkbapi.model;

import com.squareup.moshi.JsonReader;
import dev.clerkbapi.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.BufferedSource;
import okio.Okio;

/** The description that the client was generated from, and responses made up after it. */
final class RewrittenDescription {
  static final String SECRET = "s3cr3t-value";
  static final String TIME = "2026-05-12T09:30:00Z";

  private final Map<String, Object> schemas;

  RewrittenDescription() {
    try (BufferedSource file = Okio.buffer(Okio.source(Path.of("target/openapi/bapi.json")))) {
      Map<String, Object> description = Json.map(JsonReader.of(file));
      schemas = object(object(description.get("components")).get("schemas"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  List<String> typesOfKind(String kind) {
    return schemas.keySet().stream()
        .filter(name -> kind.equals(schema(name).get("x-kind")))
        .toList();
  }

  Map<String, Object> schema(String type) {
    return object(schemas.get(type));
  }

  List<String> required(String type) {
    List<String> names = new ArrayList<>();
    for (Object name : (List<?>) schema(type).getOrDefault("required", List.of())) {
      names.add((String) name);
    }
    return names;
  }

  /** The members that are required and cannot be null. */
  List<String> promised(String type) {
    return required(type).stream()
        .filter(name -> members(type).containsKey(name))
        .filter(name -> !object(members(type).get(name)).isEmpty())
        .filter(name -> !Boolean.TRUE.equals(object(members(type).get(name)).get("nullable")))
        .toList();
  }

  boolean isInstant(String type, String member) {
    return "unix-milliseconds".equals(object(members(type).get(member)).get("format"));
  }

  /** The accessor of a member whose name is made of plain words. */
  String javaName(String type, String member) {
    Matcher word = Pattern.compile("_([a-z0-9])").matcher(member);
    return word.replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
  }

  Map<String, Object> members(String type) {
    return object(schema(type).get("properties"));
  }

  /**
   * An object with every member that the type has; nested ones too, until they repeat themselves.
   */
  Map<String, Object> sample(String type) {
    return sample(type, 0);
  }

  private Map<String, Object> sample(String type, int depth) {
    Map<String, Object> sample = new LinkedHashMap<>();
    members(type).forEach((name, use) -> sample.put(name, value(object(use), name, depth)));
    return sample;
  }

  private Object value(Map<String, Object> use, String name, int depth) {
    if (use.get("$ref") instanceof String ref) {
      return named(ref.substring(ref.lastIndexOf('/') + 1), depth);
    }
    if (Boolean.TRUE.equals(use.get("x-secret")) && "string".equals(use.get("type"))) {
      return SECRET;
    }
    String type = (String) use.getOrDefault("type", "");
    return switch (type) {
      case "string" -> "date-time".equals(use.get("format")) ? TIME : "text of " + name;
      case "boolean" -> true;
      case "integer" -> "int32".equals(use.get("format")) ? 7L : 1_700_000_000_123L;
      case "number" -> 2.5;
      case "array" -> List.of(value(object(use.get("items")), name, depth));
      case "object" ->
          use.get("additionalProperties") instanceof Map<?, ?> values
              ? Map.of("a", value(object(values), name, depth))
              : freeForm(use);
      default -> List.of("anything", 1L);
    };
  }

  private static Map<String, Object> freeForm(Map<String, Object> use) {
    boolean secret = Boolean.TRUE.equals(use.get("x-secret"));
    return Map.of("a", secret ? SECRET : "b", "n", 9_007_199_254_740_993L);
  }

  private Object named(String type, int depth) {
    Map<String, Object> schema = schema(type);
    if ("enum".equals(schema.get("x-kind"))) {
      return ((List<?>) schema.get("enum")).get(0);
    }
    if ("union".equals(schema.get("x-kind"))) {
      return variant(schema, depth);
    }
    return depth > 4 ? Map.of() : sample(type, depth + 1);
  }

  private Map<String, Object> variant(Map<String, Object> union, int depth) {
    Map<String, Object> first = object(((List<?>) union.get("x-variants")).get(0));
    String ref = (String) first.get("$ref");
    Map<String, Object> sample =
        new LinkedHashMap<>(sample(ref.substring(ref.lastIndexOf('/') + 1), depth + 1));
    sample.put((String) union.get("x-tag"), first.get("tag"));
    return sample;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }
}
