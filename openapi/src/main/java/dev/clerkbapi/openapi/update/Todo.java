package dev.clerkbapi.openapi.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a prepared description leaves for a person to do: missing prose, and decisions on whether an
 * operation may be sent twice. The build's tests fail with the same lines until it is done.
 */
public final class Todo {
  private final List<String> lines = new ArrayList<>();
  private final String folder;

  private Todo(String folder) {
    this.folder = folder;
  }

  /** Returns a line for each thing to do, none if all is done. */
  public static List<String> of(JsonNode prepared) {
    Todo todo = new Todo(prepared.has(Extensions.PACKAGE) ? "webhooks/" : "");
    Collection<OperationFacts> operations = OperationFacts.of(prepared).values();
    Set<String> used = new HashSet<>();
    operations.forEach(operation -> used.add(operation.tag()));
    for (JsonNode tag : prepared.path("tags")) {
      String name = tag.path("name").asText();
      if (used.contains(name)) {
        todo.requireProse(tag, "description", "tag " + name);
      }
    }
    operations.forEach(todo::operation);
    prepared.at("/components/schemas").properties().forEach(todo::type);
    return List.copyOf(todo.lines);
  }

  private void operation(OperationFacts operation) {
    requireProse(operation.node(), "summary", "operation " + operation.label());
    for (JsonNode parameter : operation.node().path("parameters")) {
      String name = parameter.path("name").asText();
      requireProse(parameter, "description", "parameter `" + name + "` of " + operation.label());
    }
    if (operation.needsDecisionOnRepeating() && !operation.node().has(Extensions.IDEMPOTENT)) {
      lines.add(
          "undecided in 3-retry-safety.yml: whether " + operation.label() + " may be sent twice");
    }
  }

  private void type(Map.Entry<String, JsonNode> type) {
    String kind = type.getValue().path(Extensions.KIND).asText();
    if (!kind.equals("params")) {
      requireProse(type.getValue(), "description", label(type.getKey(), type.getValue()));
    }
    if (!kind.equals("union")) {
      type.getValue()
          .path("properties")
          .properties()
          .forEach(
              member ->
                  member(member.getValue(), "`" + type.getKey() + "." + member.getKey() + "`"));
    }
  }

  private static String label(String name, JsonNode type) {
    String event = type.path(Extensions.EVENT).asText();
    return event.isEmpty() ? "type `" + name + "`" : "event `" + event + "`";
  }

  private void member(JsonNode use, String name) {
    requireProse(use, "description", "member " + name);
    if (use.path("type").asText().equals("number") && !use.has("format")) {
      lines.add(
          "undecided in "
              + folder
              + "1-fixes.yml: whether "
              + name
              + " counts (type: integer) or may have a fraction (format: double)");
    }
  }

  private void requireProse(JsonNode node, String key, String what) {
    if (node.path(key).asText().isBlank()) {
      lines.add("no prose in " + folder + "5-prose-*.yml: " + what);
    }
  }
}
