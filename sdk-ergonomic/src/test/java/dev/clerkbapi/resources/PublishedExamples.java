package dev.clerkbapi.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JSON made up after the published schemas. Where a schema leaves a choice, {@code choice} decides.
 */
final class PublishedExamples {
  /** How much of what a schema lets an example have. */
  enum Round {
    /** Every member, in every object. */
    EVERYTHING,
    /** No member that may be left out. */
    REQUIRED,
    /** Every member, and more than is described: other members, other values of enums. */
    UNKNOWN,
    /** Every member, with null wherever that is permitted. */
    NULLS
  }

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final PublishedApi api;
  private final Round round;
  private final int choice;
  private final Deque<JsonNode> around = new ArrayDeque<>();

  PublishedExamples(PublishedApi api, Round round, int choice) {
    this.api = api;
    this.round = round;
    this.choice = choice;
  }

  JsonNode of(JsonNode schema) {
    return value(schema, "", choice);
  }

  /** How many choices are needed to see every variant of a union that is not in a list. */
  static int choices(PublishedApi api, JsonNode schema) {
    return choices(api, schema, new LinkedHashSet<>());
  }

  private static int choices(PublishedApi api, JsonNode schema, Set<JsonNode> seen) {
    JsonNode resolved = api.resolved(schema);
    int most = Math.max(1, variants(resolved).size());
    if (resolved.isContainerNode() && seen.add(resolved)) {
      for (JsonNode part : resolved) {
        most = Math.max(most, choices(api, part, seen));
      }
    }
    return most;
  }

  private JsonNode value(JsonNode use, String name, int pick) {
    JsonNode schema = api.resolved(use);
    if (round == Round.NULLS && isNullable(schema)) {
      return NullNode.instance;
    }
    boolean repeats = Collections.frequency(around, schema) > 1;
    around.push(schema);
    try {
      return notNull(schema, name, pick, repeats);
    } finally {
      around.pop();
    }
  }

  private JsonNode notNull(JsonNode schema, String name, int pick, boolean repeats) {
    List<JsonNode> variants = variants(schema);
    if (schema.has("enum")) {
      return constant(schema.get("enum"), pick);
    } else if (!variants.isEmpty()) {
      return value(variants.get(pick % variants.size()), name, pick);
    } else if (schema.has("allOf") && !schema.has("properties")) {
      return merged(schema, name, pick);
    } else if (schema.has("properties") || schema.path("type").asText().equals("object")) {
      return object(schema, pick, repeats);
    }
    return switch (schema.path("type").asText()) {
      case "array" -> repeats ? JSON.arrayNode() : array(schema, name, pick);
      case "string" -> TextNode.valueOf(PublishedTexts.text(schema, name));
      case "boolean" -> BooleanNode.TRUE;
      case "integer", "number" -> number(schema, name);
      default -> anything();
    };
  }

  private boolean isNullable(JsonNode schema) {
    List<JsonNode> wrapped = new ArrayList<>(variants(schema));
    schema.path("allOf").forEach(wrapped::add);
    return schema.path("nullable").asBoolean()
        || (wrapped.size() == 1 && isNullable(api.resolved(wrapped.get(0))));
  }

  /** The schemas of which a value has one; an alternative that only requires members is none. */
  private static List<JsonNode> variants(JsonNode schema) {
    List<JsonNode> variants = new ArrayList<>();
    schema.path("oneOf").forEach(variants::add);
    schema.path("anyOf").forEach(variants::add);
    variants.removeIf(it -> it.size() == 1 && it.has("required"));
    return variants;
  }

  private JsonNode constant(JsonNode values, int pick) {
    List<JsonNode> constants = new ArrayList<>();
    values.forEach(constants::add);
    constants.removeIf(JsonNode::isNull);
    boolean open = constants.size() > 1 && constants.get(0).isTextual();
    return open && round == Round.UNKNOWN
        ? TextNode.valueOf("zz_unknown")
        : constants.get(pick % constants.size());
  }

  private JsonNode merged(JsonNode schema, String name, int pick) {
    ObjectNode all = JSON.objectNode();
    for (JsonNode part : requiring(schema)) {
      JsonNode value = value(part, name, pick);
      if (!(value instanceof ObjectNode members)) {
        return value;
      }
      all.setAll(members);
    }
    return all;
  }

  /** The parts of the whole, which may require what another part describes. */
  private List<JsonNode> requiring(JsonNode whole) {
    List<JsonNode> parts = api.allResolved(whole.get("allOf"));
    Set<String> required = new LinkedHashSet<>();
    whole.path("required").forEach(name -> required.add(name.asText()));
    parts.forEach(part -> part.path("required").forEach(name -> required.add(name.asText())));
    List<JsonNode> requiring = new ArrayList<>();
    for (JsonNode part : parts) {
      if (part.has("properties")) {
        ObjectNode copy = part.deepCopy();
        ArrayNode own = copy.putArray("required");
        required.stream().filter(part.get("properties")::has).forEach(own::add);
        requiring.add(copy);
      } else {
        requiring.add(part);
      }
    }
    return requiring;
  }

  private JsonNode object(JsonNode schema, int pick, boolean repeats) {
    ObjectNode object = JSON.objectNode();
    Map<String, JsonNode> members = members(schema, repeats);
    members.forEach((name, use) -> object.set(name, value(use, name, pick)));
    schema.path("allOf").forEach(part -> object.setAll((ObjectNode) value(part, "", pick)));
    JsonNode others = schema.path("additionalProperties");
    boolean isMap = others.isObject() && !others.isEmpty();
    if (isMap && round != Round.REQUIRED) {
      object.set("a", value(others, "", pick));
    } else if (!isMap && !schema.has("properties")) {
      object.set("free", anything());
    }
    if (!isMap && round == Round.UNKNOWN) {
      object.set("zz_unknown", anything());
    }
    return object;
  }

  private Map<String, JsonNode> members(JsonNode schema, boolean repeats) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    if (round != Round.REQUIRED && !repeats) {
      for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
        members.put(member.getKey(), member.getValue());
      }
    }
    List<JsonNode> required = new ArrayList<>();
    schema.path("required").forEach(required::add);
    schema.path("anyOf").path(0).path("required").forEach(required::add);
    for (JsonNode name : required) {
      JsonNode use = schema.path("properties").path(name.asText());
      members.put(name.asText(), use.isMissingNode() ? undescribed(name.asText()) : use);
    }
    return members;
  }

  /** What {@code 1-fixes.yml} knows of members that are required and not described. */
  private static JsonNode undescribed(String name) {
    return JSON.objectNode().put("type", name.equals("crv") ? "string" : "boolean");
  }

  /** One element, or one of each variant. */
  private ArrayNode array(JsonNode schema, String name, int pick) {
    ArrayNode array = JSON.arrayNode();
    int variants = Math.max(1, variants(api.resolved(schema.path("items"))).size());
    for (int i = 0; i < variants; i++) {
      array.add(value(schema.path("items"), name, pick + i));
    }
    return array;
  }

  /** What counts or is a time is whole, also where it is described as any number. */
  private static JsonNode number(JsonNode schema, String name) {
    if (schema.has("maximum") || schema.path("format").asText().equals("int32")) {
      return JSON.numberNode(Math.max(7, schema.path("minimum").asLong()));
    }
    boolean counts = name.matches(".*_at|expiration|expires_at.*|seconds_.*|total_count");
    boolean whole = counts || schema.path("type").asText().equals("integer");
    return whole ? JSON.numberNode(1_700_000_000_123L) : JSON.numberNode(2.5);
  }

  /** For a place that holds any JSON. */
  private static JsonNode anything() {
    ObjectNode inside = JSON.objectNode().put("half", 0.5).put("large", 9_007_199_254_740_993L);
    return JSON.objectNode().set("deep", JSON.arrayNode().add(1).add("two").addNull().add(inside));
  }
}
