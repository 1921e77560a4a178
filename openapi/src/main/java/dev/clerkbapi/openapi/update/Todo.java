package dev.clerkbapi.openapi.update;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a prepared description leaves for a person to do: prose that is missing, and verdicts on
 * repeating. The build's tests fail with the same lines until it is done.
 */
public final class Todo {
  private final List<String> lines = new ArrayList<>();

  private Todo() {}

  /** Returns a line for each thing to do, none if all is done. */
  public static List<String> of(JsonNode prepared) {
    Todo todo = new Todo();
    for (JsonNode tag : prepared.path("tags")) {
      if (todo.isUsed(tag.path("name").asText(), prepared)) {
        todo.requireProse(tag, "description", "tag " + tag.path("name").asText());
      }
    }
    OperationFacts.of(prepared).values().forEach(todo::operation);
    prepared.at("/components/schemas").properties().forEach(todo::type);
    return List.copyOf(todo.lines);
  }

  private boolean isUsed(String tag, JsonNode prepared) {
    return OperationFacts.of(prepared).values().stream()
        .anyMatch(operation -> operation.node().path("tags").path(0).asText().equals(tag));
  }

  private void operation(OperationFacts operation) {
    requireProse(operation.node(), "summary", "operation " + operation.told());
    for (JsonNode parameter : operation.node().path("parameters")) {
      String name = parameter.path("name").asText();
      requireProse(parameter, "description", "parameter `" + name + "` of " + operation.told());
    }
    if (operation.needsVerdictOnRepeating() && !operation.node().has("x-idempotent")) {
      lines.add(
          "undecided in 3-retry-safety.yml: whether " + operation.told() + " may be sent twice");
    }
  }

  private void type(Map.Entry<String, JsonNode> type) {
    String kind = type.getValue().path("x-kind").asText();
    if (!kind.equals("params")) {
      requireProse(type.getValue(), "description", "type `" + type.getKey() + "`");
    }
    if (!kind.equals("union")) {
      type.getValue()
          .path("properties")
          .properties()
          .forEach(
              member ->
                  requireProse(
                      member.getValue(),
                      "description",
                      "member `" + type.getKey() + "." + member.getKey() + "`"));
    }
  }

  private void requireProse(JsonNode node, String key, String what) {
    if (node.path(key).asText().isBlank()) {
      lines.add("no prose in 5-prose-*.yml: " + what);
    }
  }
}
