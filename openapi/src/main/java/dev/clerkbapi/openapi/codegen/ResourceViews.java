package dev.clerkbapi.openapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the view of each class of operations that the ergonomic client has. */
final class ResourceViews {
  private final JsonNode description;
  private final ClerkJavaCodegen names = new ClerkJavaCodegen();

  ResourceViews(JsonNode description) {
    this.description = description;
  }

  List<ResourceView> all() {
    Map<String, List<JsonNode>> operations = new TreeMap<>();
    for (JsonNode path : description.path("paths")) {
      for (JsonNode operation : path) {
        String resource = operation.path(Extensions.RESOURCE).asText();
        operations.computeIfAbsent(resource, key -> new ArrayList<>()).add(operation);
      }
    }
    List<ResourceView> views = new ArrayList<>();
    operations.forEach((resource, its) -> views.add(view(resource, its)));
    return views;
  }

  private ResourceView view(String resource, List<JsonNode> operations) {
    Set<String> imports = new TreeSet<>();
    List<MethodView> methods = new ArrayList<>();
    Set<String> tags = new LinkedHashSet<>();
    boolean isBase = false;
    for (JsonNode operation : operations) {
      String tag = operation.path("tags").path(0).asText();
      tags.add(tag);
      if (operation.path(Extensions.BY_HAND).asBoolean()) {
        isBase = true;
      } else {
        String api = names.toApiName(names.sanitizeTag(tag));
        methods.addAll(
            ResourceMethods.of(operation, description.at("/components/schemas"), api, imports));
      }
    }
    String prose = prose(resource, tags);
    return new ResourceView(
        resource,
        operations.get(0).path(Extensions.ACCESSOR).asText(),
        isBase,
        Javadoc.of(prose).inside(""),
        Javadoc.of("Returns the operations of `" + resource + "`.").paragraph(prose).render("  "),
        methods,
        imports);
  }

  /** What the description says of the tags that the class stands for, or else has operations of. */
  private String prose(String resource, Set<String> tags) {
    List<String> own = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (JsonNode tag : description.path("tags")) {
      String text = tag.path("description").asText();
      if (tag.path(Extensions.RESOURCE).asText().equals(resource)) {
        own.add(text);
      } else if (tags.contains(tag.path("name").asText())) {
        others.add(text);
      }
    }
    String prose = String.join("\n\n", own.isEmpty() ? others : own);
    return prose.isBlank() ? "The operations of `" + resource + "`." : prose;
  }
}
