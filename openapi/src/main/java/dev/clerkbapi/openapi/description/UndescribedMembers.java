package dev.clerkbapi.openapi.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the members that a description requires but gives no schema: BAPI sends them, and no model
 * would have them.
 */
public final class UndescribedMembers {
  private static final List<String> COMPOSITIONS = List.of("allOf", "anyOf", "oneOf");
  private static final Pattern NAME = Pattern.compile("\\w+");

  private final JsonNode description;
  private final List<String> lines = new ArrayList<>();

  private UndescribedMembers(JsonNode description) {
    this.description = description;
  }

  /** Returns a line for each, with its place as overlays name places; none if all have a schema. */
  public static List<String> of(JsonNode description) {
    UndescribedMembers members = new UndescribedMembers(description);
    members.look(description, "$", Set.of());
    return List.copyOf(members.lines);
  }

  /** {@code around}: what a composition describes that this is a part of. */
  private void look(JsonNode node, String place, Set<String> around) {
    Set<String> described = new HashSet<>(around);
    collect(node, described, new HashSet<>());
    if (node.path("required").isArray()) {
      for (JsonNode name : node.get("required")) {
        if (!described.contains(name.asText())) {
          lines.add("required, but not described: `" + name.asText() + "` at " + place);
        }
      }
    }
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      look(node.get(i), place + "[" + i + "]", around);
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      boolean parts = COMPOSITIONS.contains(entry.getKey());
      look(entry.getValue(), place + step(entry.getKey()), parts ? described : Set.of());
    }
  }

  /** Adds the members that a schema describes itself, or by what it is composed of. */
  private void collect(JsonNode schema, Set<String> described, Set<String> seen) {
    String ref = schema.path("$ref").asText();
    if (ref.startsWith("#/") && seen.add(ref)) {
      collect(description.at(ref.substring(1)), described, seen);
    }
    schema.path("properties").fieldNames().forEachRemaining(described::add);
    for (String composition : COMPOSITIONS) {
      schema.path(composition).forEach(part -> collect(part, described, seen));
    }
  }

  private static String step(String key) {
    return NAME.matcher(key).matches() ? "." + key : "['" + key + "']";
  }
}
