package dev.clerkbapi.openapi.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An operation of a prepared description, and where it is. */
record OperationFacts(String name, String method, String path, JsonNode node) {

  /** Returns the operations of a prepared description by their names in Java. */
  static Map<String, OperationFacts> of(JsonNode prepared) {
    Map<String, OperationFacts> operations = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : prepared.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> entry : path.getValue().properties()) {
        String name = entry.getValue().path("operationId").asText();
        String method = entry.getKey().toUpperCase(Locale.ROOT);
        operations.put(name, new OperationFacts(name, method, path.getKey(), entry.getValue()));
      }
    }
    return operations;
  }

  String tag() {
    return node.path("tags").path(0).asText();
  }

  /** Such as {@code clerk.users().lockUser}. */
  String resourceMethod() {
    return "clerk."
        + node.path(Extensions.ACCESSOR).asText()
        + "()."
        + node.path(Extensions.METHOD).asText();
  }

  boolean isDeprecated() {
    return node.path("deprecated").asBoolean();
  }

  /** A POST or PATCH may be sent twice only if somebody says so. */
  boolean needsDecisionOnRepeating() {
    return method.equals("POST") || method.equals("PATCH");
  }

  String route() {
    return method + " " + path;
  }

  /** Such as {@code `lockUser` (POST /users/{user_id}/lock)}. */
  String label() {
    return "`" + name + "` (" + route() + ")";
  }
}
