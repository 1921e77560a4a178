package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.HashSet;
import java.util.Set;

/**
 * Marks the types that requests are made of ({@code x-request}): their builders check what is
 * required.
 */
final class RequestTypes {
  private RequestTypes() {}

  static void mark(ObjectNode rewritten) {
    Schemas schemas = new Schemas(rewritten);
    Set<String> seen = new HashSet<>();
    for (JsonNode path : rewritten.get("paths")) {
      for (JsonNode operation : path) {
        visit(operation.path("requestBody"), schemas, seen);
      }
    }
  }

  private static void visit(JsonNode node, Schemas schemas, Set<String> seen) {
    String ref = node.path("$ref").asText();
    if (ref.startsWith(Schemas.SCHEMA_REF) && seen.add(ref)) {
      ObjectNode type = schemas.at(ref);
      type.put(Extensions.REQUEST, true);
      visit(type, schemas, seen);
    }
    node.forEach(child -> visit(child, schemas, seen));
  }
}
