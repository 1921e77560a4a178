package dev.clerkbapi.openapi.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an operation differs in between two descriptions. */
final class OperationDiff {
  private final MemberDiff before;
  private final MemberDiff after;

  OperationDiff(MemberDiff before, MemberDiff after) {
    this.before = before;
    this.after = after;
  }

  List<String> between(OperationFacts old, OperationFacts now) {
    List<String> lines = new ArrayList<>();
    if (!old.route().equals(now.route())) {
      lines.add("was " + old.route());
    }
    lines.addAll(MemberDiff.lines("parameter", parameters(before, old), parameters(after, now)));
    line("body", content(before, body(old)), content(after, body(now)), lines);
    line("response", content(before, response(old)), content(after, response(now)), lines);
    line("tag", old.tag(), now.tag(), lines);
    return lines;
  }

  private static void line(String what, String was, String is, List<String> lines) {
    if (!was.equals(is)) {
      lines.add(what + " was " + was + ", is " + is);
    }
  }

  private static Map<String, String> parameters(MemberDiff types, OperationFacts operation) {
    JsonNode node = operation.node();
    Map<String, String> parameters = new TreeMap<>();
    for (JsonNode parameter : node.path("parameters")) {
      parameters.put(
          parameter.path("name").asText(),
          types.typeText(parameter.path("schema"), parameter.path("required").asBoolean()));
    }
    parameters.putAll(types.members(types.type(node.path(Extensions.PARAMS).asText())));
    return parameters;
  }

  private static JsonNode body(OperationFacts operation) {
    return operation.node().path("requestBody");
  }

  private static JsonNode response(OperationFacts operation) {
    return operation.node().path("responses").path("200");
  }

  private static String content(MemberDiff types, JsonNode holder) {
    for (Map.Entry<String, JsonNode> media : holder.path("content").properties()) {
      JsonNode schema = media.getValue().path("schema");
      if (schema.has(Extensions.PARTS)) {
        List<String> parts = new ArrayList<>();
        schema.get(Extensions.PARTS).fieldNames().forEachRemaining(parts::add);
        return "the parts " + String.join(", ", parts);
      }
      boolean required = holder.path("required").asBoolean(true);
      return types.typeText(schema, required)
          + (media.getKey().contains("json") ? "" : " as " + media.getKey());
    }
    return "none";
  }
}
