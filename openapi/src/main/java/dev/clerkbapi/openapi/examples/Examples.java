package dev.clerkbapi.openapi.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Documents;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Makes an example of each type of a rewritten description, the same in each build. */
public final class Examples {
  private final JsonNode types;
  private final boolean all;

  /** The types around the one that is being made: none contains itself. */
  private final Deque<String> around = new ArrayDeque<>();

  /** {@code all}: whether with every member, or only with those that are required. */
  public Examples(JsonNode prepared, boolean all) {
    this.types = prepared.at("/components/schemas");
    this.all = all;
  }

  /** Returns an example of a use of a schema, such as a member. */
  public JsonNode of(JsonNode use, String name, String owner) {
    if (use.has("$ref")) {
      return named(use.get("$ref").asText().replaceAll(".*/", ""));
    }
    return switch (use.path("type").asText()) {
      case "array" -> list(use, name, owner);
      case "object" -> map(use, name, owner);
      case "boolean" -> node().booleanNode(false);
      case "integer", "number" -> ExampleValues.number(use.path("format").asText());
      case "string" -> node().textNode(text(use, name, owner));
      default -> node().objectNode();
    };
  }

  private static String text(JsonNode use, String name, String owner) {
    return use.has("default") && name.equals("object")
        ? use.get("default").asText()
        : ExampleValues.text(name, owner, use.path("format").asText());
  }

  private JsonNode named(String name) {
    JsonNode type = types.path(name);
    return switch (type.path(Extensions.KIND).asText()) {
      case "enum" -> type.path("enum").path(0);
      case "union" -> variant(type);
      default -> object(name, type);
    };
  }

  private JsonNode variant(JsonNode union) {
    JsonNode first = union.path(Extensions.VARIANTS).path(0);
    JsonNode variant = of(first, "", "");
    return variant instanceof ObjectNode object
        ? object.put(union.path(Extensions.TAG).asText(), first.path("tag").asText())
        : variant;
  }

  private ObjectNode object(String name, JsonNode type) {
    ObjectNode example = node().objectNode();
    Set<String> required = new HashSet<>();
    type.path("required").forEach(member -> required.add(member.asText()));
    String owner = type.at("/properties/object/default").asText();
    around.push(name);
    for (Map.Entry<String, JsonNode> member : type.path("properties").properties()) {
      boolean wanted = all || required.contains(member.getKey());
      if (wanted && !isAround(member.getValue())) {
        example.set(member.getKey(), of(member.getValue(), member.getKey(), owner));
      }
    }
    around.pop();
    return example;
  }

  private boolean isAround(JsonNode use) {
    return use.findValuesAsText("$ref").stream()
        .anyMatch(ref -> around.contains(ref.replaceAll(".*/", "")));
  }

  private ArrayNode list(JsonNode use, String name, String owner) {
    ArrayNode list = node().arrayNode();
    return all ? list.add(of(use.path("items"), name.replaceAll("s$", ""), owner)) : list;
  }

  private JsonNode map(JsonNode use, String name, String owner) {
    ObjectNode map = node().objectNode();
    JsonNode values = use.path("additionalProperties");
    return values.isObject() && all ? map.set("key", of(values, name, owner)) : map;
  }

  private static JsonNodeFactory node() {
    return Documents.MAPPER.getNodeFactory();
  }
}
