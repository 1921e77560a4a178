package dev.clerkbapi.openapi.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Checks what holds across a document: references lead somewhere, operations have one name each.
 */
final class References {
  private References() {}

  /**
   * Checks a document's facts.
   *
   * @throws MisplacedException naming the first place where it does not hold
   */
  static void check(JsonNode facts) {
    checkRefs(facts, facts, "");
    checkOperationIds(facts);
  }

  private static void checkRefs(JsonNode node, JsonNode root, String pointer) {
    if (node.isObject()) {
      if (node.path("$ref").isTextual()) {
        checkRef(node.get("$ref").asText(), root, MisplacedException.below(pointer, "$ref"));
      }
      node.properties()
          .forEach(
              entry ->
                  checkRefs(
                      entry.getValue(), root, MisplacedException.below(pointer, entry.getKey())));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        checkRefs(node.get(i), root, pointer + "/" + i);
      }
    }
  }

  private static void checkRef(String ref, JsonNode root, String pointer) {
    if (!ref.startsWith("#/")) {
      throw new MisplacedException(
          pointer, "$ref " + ref + " leads out of the file; bundle the description into one file");
    }
    if (root.at(ref.substring(1)).isMissingNode()) {
      throw new MisplacedException(pointer, "$ref " + ref + " leads nowhere");
    }
  }

  private static void checkOperationIds(JsonNode facts) {
    Map<String, String> places = new HashMap<>();
    for (Map.Entry<String, JsonNode> path : facts.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String id = operation.getValue().path("operationId").asText();
        String place =
            MisplacedException.below(
                MisplacedException.below("/paths", path.getKey()), operation.getKey());
        String other = id.isEmpty() ? null : places.putIfAbsent(id, place);
        if (other != null) {
          throw new MisplacedException(
              place + "/operationId", "operationId " + id + " is also that of " + other);
        }
      }
    }
  }
}
