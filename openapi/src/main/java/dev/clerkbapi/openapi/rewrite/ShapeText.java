package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.Set;
import java.util.TreeMap;

/**
 * A schema as text, without what does not make a different Java type: prose, limits, the order of
 * keys.
 */
final class ShapeText {
  private static final Set<String> IGNORED =
      Set.of(
          "description",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "pattern",
          "minItems",
          "maxItems",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "uniqueItems",
          "additionalProperties");

  private ShapeText() {}

  static String of(JsonNode schema) {
    return shape(schema, false).toString();
  }

  private static JsonNode shape(JsonNode node, boolean keysAreNames) {
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(item -> copy.add(shape(item, false)));
      return copy;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode copy = object.objectNode();
    TreeMap<String, JsonNode> sorted = new TreeMap<>();
    object.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    sorted.forEach(
        (key, value) -> {
          boolean ignored =
              !keysAreNames
                  && (key.startsWith(Extensions.PREFIX)
                      || (IGNORED.contains(key) && !value.isObject()));
          if (!ignored) {
            copy.set(key, shape(value, !keysAreNames && key.equals("properties")));
          }
        });
    return copy;
  }
}
