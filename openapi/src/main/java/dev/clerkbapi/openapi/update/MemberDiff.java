package dev.clerkbapi.openapi.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.codegen.JavaTypes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The members of one description's types, each with what a Java caller sees of it. */
final class MemberDiff {
  private final JavaTypes javaTypes;
  private final JsonNode types;

  MemberDiff(JsonNode prepared) {
    this.types = prepared.at("/components/schemas");
    this.javaTypes = new JavaTypes(types);
  }

  JsonNode type(String name) {
    return types.path(name);
  }

  /** Such as {@code String}, {@code List<EmailAddress>} or {@code Instant, may be null}. */
  String typeText(JsonNode use, boolean required) {
    String type = javaTypes.name(use);
    return use.path("nullable").asBoolean()
        ? type + " or null"
        : required ? type : type + ", optional";
  }

  Map<String, String> members(JsonNode type) {
    List<String> required = new ArrayList<>();
    type.path("required").forEach(name -> required.add(name.asText()));
    Map<String, String> members = new TreeMap<>();
    type.path("properties")
        .properties()
        .forEach(
            entry ->
                members.put(
                    entry.getKey(), typeText(entry.getValue(), required.contains(entry.getKey()))));
    return members;
  }

  /** Reports what is new, gone or different, each line beginning with {@code kind}. */
  static List<String> lines(String kind, Map<String, String> before, Map<String, String> after) {
    List<String> lines = new ArrayList<>();
    Map<String, String> added = new TreeMap<>(after);
    added.keySet().removeAll(before.keySet());
    added.forEach((name, text) -> lines.add(kind + " `" + name + "` added (" + text + ")"));
    before.forEach(
        (name, text) -> {
          String now = after.get(name);
          if (now == null) {
            lines.add(kind + " `" + name + "` removed");
          } else if (!now.equals(text)) {
            lines.add(kind + " `" + name + "` was " + text + ", is " + now);
          }
        });
    return lines;
  }

  /** Such as {@code value `a` added}, for what has a name only. */
  static List<String> names(String kind, JsonNode before, JsonNode after, String key) {
    return lines(kind, names(before, key), names(after, key)).stream()
        .map(line -> line.replace(" ()", ""))
        .toList();
  }

  private static Map<String, String> names(JsonNode list, String key) {
    Map<String, String> names = new TreeMap<>();
    for (Iterator<JsonNode> it = list.elements(); it.hasNext(); ) {
      JsonNode element = it.next();
      names.put(key.isEmpty() ? element.asText() : element.path(key).asText(), "");
    }
    return names;
  }
}
