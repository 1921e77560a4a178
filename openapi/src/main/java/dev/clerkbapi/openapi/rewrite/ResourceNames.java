package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says of each operation which class of the ergonomic client it is a method of, and under which
 * name. What no table names is in the class that is called after its tag, under its own name.
 */
final class ResourceNames {
  private static final String TABLES = "6-resources.yml: ";
  private static final Pattern LEADING_CAPITALS = Pattern.compile("^[A-Z0-9]+");

  private final JsonNode description;
  private final Set<String> unused = new LinkedHashSet<>();

  private ResourceNames(JsonNode description) {
    this.description = description;
    for (String table : List.of(Extensions.RESOURCES, Extensions.METHODS, Extensions.ACCESSORS)) {
      description.path(table).fieldNames().forEachRemaining(row -> unused.add(table + " " + row));
    }
    for (JsonNode id : description.path(Extensions.BY_HAND)) {
      unused.add(Extensions.BY_HAND + " " + id.asText());
    }
  }

  /** Marks each tag and operation of {@code rewritten}; returns the rows that fit nothing. */
  static List<String> mark(JsonNode description, ObjectNode rewritten) {
    ResourceNames names = new ResourceNames(description);
    JsonNode tags = description.path("tags").deepCopy();
    for (JsonNode tag : tags) {
      ((ObjectNode) tag).put(Extensions.RESOURCE, names.ofTag(tag.path("name").asText()));
    }
    if (tags.isArray()) {
      rewritten.set("tags", tags);
    }
    for (Map.Entry<String, JsonNode> path : rewritten.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String id =
            description
                .path("paths")
                .path(path.getKey())
                .path(operation.getKey())
                .path("operationId")
                .asText();
        names.mark(id, (ObjectNode) operation.getValue());
      }
    }
    return names.unused.stream().map(row -> TABLES + row + " fits no operation").toList();
  }

  private void mark(String id, ObjectNode operation) {
    String ofTag = ofTag(operation.path("tags").path(0).asText());
    String resource = row(Extensions.RESOURCES, id, ofTag);
    operation.put(Extensions.RESOURCE, resource);
    operation.put(Extensions.ACCESSOR, row(Extensions.ACCESSORS, resource, accessor(resource)));
    String method = operation.path("operationId").asText();
    operation.put(Extensions.METHOD, row(Extensions.METHODS, id, method));
    for (JsonNode byHand : description.path(Extensions.BY_HAND)) {
      if (byHand.asText().equals(id)) {
        unused.remove(Extensions.BY_HAND + " " + id);
        operation.put(Extensions.BY_HAND, true);
      }
    }
  }

  private String ofTag(String tag) {
    return row(Extensions.RESOURCES, tag, JavaNames.type(tag));
  }

  private String row(String table, String key, String otherwise) {
    unused.remove(table + " " + key);
    return description.path(table).path(key).asText(otherwise);
  }

  /** {@code ApiKeys} to {@code apiKeys}, {@code OAuthApplications} to {@code oauthApplications}. */
  private static String accessor(String type) {
    Matcher capitals = LEADING_CAPITALS.matcher(type);
    return capitals.replaceFirst(found -> found.group().toLowerCase(Locale.ROOT));
  }
}
