package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * The keywords by which a schema limits numbers, lists and texts. Callers' values are checked
 * against them, so a limit is dropped rather than made narrower than it is described.
 */
final class LimitKeywords {
  private static final List<String> LEAST = List.of("minimum", "minItems", "minLength");
  private static final List<String> MOST = List.of("maximum", "maxItems", "maxLength");

  private LimitKeywords() {}

  /** Sets the limits of a schema on its use, none of them exclusive. */
  static void keep(ObjectNode schema, ObjectNode use) {
    boolean whole = schema.path("type").asText().equals("integer");
    for (String keyword : LEAST) {
      keep(schema, use, keyword, exclusive(schema, keyword, "exclusiveMinimum", whole), 1);
    }
    for (String keyword : MOST) {
      keep(schema, use, keyword, exclusive(schema, keyword, "exclusiveMaximum", whole), -1);
    }
  }

  /** Widens the limits of a type's members to include those of another schema of the type. */
  static void widen(ObjectNode type, ObjectNode other) {
    for (Map.Entry<String, JsonNode> member : type.path("properties").properties()) {
      if (member.getValue() instanceof ObjectNode use) {
        widenUse(use, other.path("properties").path(member.getKey()));
      }
    }
  }

  private static void widenUse(ObjectNode use, JsonNode other) {
    LEAST.forEach(keyword -> widen(use, other, keyword, 1));
    MOST.forEach(keyword -> widen(use, other, keyword, -1));
    if (use.path("items") instanceof ObjectNode items) {
      widenUse(items, other.path("items"));
    }
  }

  private static void widen(ObjectNode use, JsonNode other, String keyword, int sign) {
    if (use.has(keyword)
        && (!other.has(keyword) || isWider(other.get(keyword), use.get(keyword), sign))) {
      use.remove(keyword);
      if (other.has(keyword)) {
        use.set(keyword, other.get(keyword));
      }
    }
  }

  private static boolean isWider(JsonNode limit, JsonNode than, int sign) {
    return sign * Double.compare(limit.asDouble(), than.asDouble()) < 0;
  }

  private static void keep(
      ObjectNode schema, ObjectNode use, String keyword, boolean exclusive, int step) {
    if (schema.path(keyword).isIntegralNumber()) {
      use.put(keyword, schema.get(keyword).asLong() + (exclusive ? step : 0));
    }
  }

  /** Only a whole number has a next one, with which the limit begins; OpenAPI 3.0 has a flag. */
  private static boolean exclusive(ObjectNode schema, String limit, String flag, boolean whole) {
    return whole && limit.endsWith("imum") && schema.path(flag).asBoolean();
  }
}
