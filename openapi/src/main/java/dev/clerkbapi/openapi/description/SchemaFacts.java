package dev.clerkbapi.openapi.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The facts of a schema, which {@link Facts} keeps of a document. */
final class SchemaFacts {
  private static final List<String> KEYS =
      List.of(
          "$ref",
          "type",
          "format",
          "nullable",
          "deprecated",
          "readOnly",
          "writeOnly",
          "enum",
          "const",
          "default",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "pattern",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties");

  private SchemaFacts() {}

  static JsonNode of(JsonNode schema) {
    if (!schema.isObject()) {
      return schema.deepCopy(); // additionalProperties: true
    }
    ObjectNode copy = Copies.copy(schema, KEYS);
    if (schema.has("properties")) {
      copy.set("properties", Copies.sorted(schema.get("properties"), SchemaFacts::of, true));
    }
    Copies.copyInto(copy, schema, List.of("required"));
    for (String one : List.of("items", "additionalProperties", "not")) {
      if (schema.has(one)) {
        copy.set(one, of(schema.get(one)));
      }
    }
    for (String many : List.of("allOf", "oneOf", "anyOf")) {
      if (schema.has(many)) {
        copy.set(many, Copies.list(schema.get(many), SchemaFacts::of));
      }
    }
    if (schema.has("discriminator")) {
      copy.set("discriminator", discriminator(schema.get("discriminator")));
    }
    return copy;
  }

  private static JsonNode discriminator(JsonNode discriminator) {
    ObjectNode copy = Copies.copy(discriminator, List.of("propertyName"));
    if (discriminator.has("mapping")) {
      copy.set("mapping", Copies.sorted(discriminator.get("mapping"), tag -> tag));
    }
    return copy;
  }
}
