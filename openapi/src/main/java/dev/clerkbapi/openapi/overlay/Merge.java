package dev.clerkbapi.openapi.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The merge that an update asks for: mappings merge, everything else replaces.
 *
 * <p>Two differences to the letter of Overlay 1.0. A member that the description does not have is
 * not made out of prose alone: it is reported, because upstream removed or renamed it. And what is
 * said about a bare {@code $ref} goes into an {@code allOf} around it, because OpenAPI 3.0 ignores
 * what stands beside {@code $ref}.
 */
final class Merge {
  private static final Set<String> PROSE = Set.of("summary", "description");

  private Merge() {}

  static void into(ObjectNode node, ObjectNode update, String place, List<String> missing) {
    if (node.has("$ref")) {
      JsonNode ref = node.remove("$ref");
      node.putArray("allOf").addObject().set("$ref", ref);
    }
    for (Map.Entry<String, JsonNode> entry : update.properties()) {
      String key = entry.getKey();
      JsonNode present = node.get(key);
      if (entry.getValue() instanceof ObjectNode change && present instanceof ObjectNode old) {
        into(old, change, place + "." + key, missing);
      } else if (present == null && isOnlyProse(entry.getValue())) {
        missing.add(place + "." + key);
      } else {
        node.set(key, entry.getValue().deepCopy());
      }
    }
  }

  private static boolean isOnlyProse(JsonNode value) {
    if (!value.isObject() || value.isEmpty()) {
      return false;
    }
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      boolean prose = PROSE.contains(entry.getKey()) && entry.getValue().isTextual();
      if (!prose && !isOnlyProse(entry.getValue())) {
        return false;
      }
    }
    return true;
  }
}
