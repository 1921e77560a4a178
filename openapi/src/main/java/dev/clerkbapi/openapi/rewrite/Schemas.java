package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.BadDocumentException;
import dev.clerkbapi.openapi.description.Documents;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every step asks of a schema of the description. */
final class Schemas {
  static final String SCHEMA_REF = "#/components/schemas/";
  private static final int MOST_HOPS = 20;

  private final ObjectNode description;

  Schemas(ObjectNode description) {
    this.description = description;
  }

  /** The node that a local {@code $ref} names. */
  ObjectNode at(String ref) {
    if (ref.startsWith("#/") && description.at(ref.substring(1)) instanceof ObjectNode node) {
      return node;
    }
    throw new BadDocumentException("$ref " + ref + " leads nowhere");
  }

  /** The node itself, or what its {@code $ref} names. */
  ObjectNode resolve(JsonNode node) {
    ObjectNode resolved = (ObjectNode) node;
    for (int hops = 0; resolved.has("$ref"); hops++) {
      if (hops > MOST_HOPS) {
        throw new BadDocumentException("$ref " + resolved.get("$ref").asText() + " is circular");
      }
      resolved = at(resolved.get("$ref").asText());
    }
    return resolved;
  }

  /** The name in {@code {"$ref": "#/components/schemas/NAME"}}, or null. */
  static @Nullable String componentOf(JsonNode schema) {
    String ref = schema.path("$ref").asText();
    return ref.startsWith(SCHEMA_REF) ? ref.substring(SCHEMA_REF.length()) : null;
  }

  /**
   * Takes off what merely wraps one schema: {@code allOf}, {@code oneOf} or {@code anyOf} of one,
   * {@code null} types, type lists of OpenAPI 3.1. What stood beside the wrapper (nullable,
   * deprecated, prose) stays.
   */
  static ObjectNode unwrap(ObjectNode wrapped) {
    ObjectNode schema = withoutNullType(wrapped);
    for (String wrapper : List.of("allOf", "oneOf", "anyOf")) {
      JsonNode parts = schema.path(wrapper);
      if (parts.size() == 1 && !schema.has("discriminator") && !schema.has("properties")) {
        ObjectNode inner = unwrap((ObjectNode) parts.get(0)).deepCopy();
        for (String kept :
            List.of("nullable", "deprecated", "description", "default", Extensions.SECRET)) {
          if (schema.has(kept)) {
            inner.set(kept, schema.get(kept));
          }
        }
        return inner;
      }
    }
    return schema;
  }

  /**
   * Whether null is a value of the schema, also where only what it refers to says so: a reference
   * takes over the nullability of its target.
   */
  boolean allowsNull(JsonNode schema) {
    return allowsNull(schema, 0);
  }

  private boolean allowsNull(JsonNode schema, int depth) {
    if (depth > MOST_HOPS) {
      return false; // A circle of references that names no type.
    }
    if (schema.has("$ref")) {
      return allowsNull(at(schema.get("$ref").asText()), depth + 1);
    }
    if (schema.path("nullable").asBoolean() || namesNull(schema)) {
      return true;
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      for (JsonNode part : schema.path(choice)) {
        if (allowsNull(part, depth + 1)) {
          return true;
        }
      }
    }
    boolean all = !schema.path("allOf").isEmpty();
    for (JsonNode part : schema.path("allOf")) {
      all &= allowsNull(part, depth + 1);
    }
    return all;
  }

  private static boolean namesNull(JsonNode schema) {
    JsonNode type = schema.path("type");
    boolean typed = type.asText().equals("null");
    for (JsonNode one : type) {
      typed |= one.asText().equals("null");
    }
    for (JsonNode value : schema.path("enum")) {
      typed |= value.isNull();
    }
    return typed;
  }

  private static ObjectNode withoutNullType(ObjectNode schema) {
    ObjectNode result = schema;
    if (schema.path("type").isArray()) {
      List<String> types = new ArrayList<>();
      schema.get("type").forEach(type -> types.add(type.asText()));
      result = schema.deepCopy();
      if (types.remove("null")) {
        result.put("nullable", true);
      }
      if (types.size() == 1) {
        result.put("type", types.get(0));
      } else {
        result.remove("type");
      }
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      result = withoutNullChoice(result, choice);
    }
    return result;
  }

  private static ObjectNode withoutNullChoice(ObjectNode schema, String choice) {
    List<JsonNode> kept = new ArrayList<>();
    schema
        .path(choice)
        .forEach(
            part -> {
              // A part that only says which members must be there says nothing about their types.
              boolean onlyRequired = part.size() == 1 && part.has("required");
              if (!part.path("type").asText().equals("null") && !onlyRequired) {
                kept.add(part);
              }
            });
    if (kept.size() == schema.path(choice).size()) {
      return schema;
    }
    ObjectNode result = schema.deepCopy();
    schema
        .path(choice)
        .forEach(
            part -> {
              if (part.path("type").asText().equals("null")) {
                result.put("nullable", true);
              }
            });
    result.remove(choice);
    if (!kept.isEmpty()) {
      result.putArray(choice).addAll(kept);
    }
    return result;
  }

  /** The one string that an enum allows, or null. */
  static @Nullable String constantOf(JsonNode schema) {
    List<String> values = valuesOf(schema);
    return values.size() == 1 ? values.get(0) : null;
  }

  /** The strings that an enum allows, without null; none where it allows anything else. */
  static List<String> valuesOf(JsonNode schema) {
    List<String> values = new ArrayList<>();
    Iterable<JsonNode> allowed =
        schema.has("const") ? List.of(schema.get("const")) : schema.path("enum");
    for (JsonNode value : allowed) {
      if (value.isTextual()) {
        values.add(value.asText());
      } else if (!value.isNull()) {
        return List.of();
      }
    }
    return values;
  }

  static ObjectNode empty() {
    return Documents.MAPPER.createObjectNode();
  }
}
