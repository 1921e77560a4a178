package dev.clerkbapi.openapi.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * Checks that what the import reads has the form that OpenAPI 3 gives it, so that nothing is lost
 * because a list stood where a mapping should. What the import leaves out is not looked at.
 */
final class Structure {
  /** Each object's members: {@code text}, {@code any}, an object, or a list or map of one. */
  private static final Map<String, Map<String, String>> OBJECTS =
      Map.of(
          "document",
          Map.of(
              "openapi", "text",
              "info", "info",
              "paths", "map of path",
              "components", "components",
              "tags", "list of tag",
              "servers", "list of server"),
          "info",
          Map.of("title", "text", "version", "text"),
          "tag",
          Map.of("name", "text"),
          "server",
          Map.of("url", "text"),
          "components",
          Map.of(
              "schemas", "map of schema",
              "parameters", "map of parameter",
              "requestBodies", "map of body",
              "responses", "map of response",
              "securitySchemes", "map of any"),
          "path",
          Map.of(
              "parameters", "list of parameter",
              "get", "operation",
              "put", "operation",
              "post", "operation",
              "delete", "operation",
              "head", "operation",
              "patch", "operation",
              "options", "operation"),
          "operation",
          Map.of(
              "operationId", "text",
              "tags", "list of text",
              "parameters", "list of parameter",
              "requestBody", "body",
              "responses", "map of response"),
          "parameter",
          Map.of(
              "$ref",
              "text",
              "name",
              "text",
              "in",
              "text",
              "schema",
              "schema",
              "content",
              "map of media"),
          "schema",
          Map.of(
              "$ref", "text",
              "properties", "map of schema",
              "required", "list of text",
              "enum", "list of any",
              "items", "schema",
              "additionalProperties", "schema",
              "allOf", "list of schema",
              "oneOf", "list of schema",
              "anyOf", "list of schema",
              "discriminator", "discriminator"),
          "discriminator",
          Map.of("propertyName", "text", "mapping", "map of text"));

  /** Objects that are nothing but a {@code $ref} or content. */
  private static final Map<String, String> CONTENT =
      Map.of("$ref", "text", "content", "map of media");

  private static final Map<String, String> MEDIA = Map.of("schema", "schema");

  private static final Map<String, String> WEBHOOKS =
      Map.of(
          "openapi",
          "text",
          "info",
          "info",
          "webhooks",
          "map of path",
          Extensions.WEBHOOKS,
          "map of path",
          "components",
          "components");

  private static final Map<String, Set<String>> REQUIRED =
      Map.of(
          "document", Set.of("info", "paths"),
          "document of webhooks", Set.of("info"),
          "info", Set.of("version"),
          "tag", Set.of("name"),
          "parameter", Set.of("name", "in"),
          "discriminator", Set.of("propertyName"));

  private Structure() {}

  /**
   * Checks a whole document.
   *
   * @throws MisplacedException naming the first place that has another form
   */
  static void check(JsonNode document) {
    check(document, "document", "");
  }

  /** Checks a whole document of webhooks in the same way. */
  static void checkWebhooks(JsonNode document) {
    check(document, "document of webhooks", "");
  }

  private static void check(JsonNode node, String form, String pointer) {
    if (form.startsWith("map of ")) {
      require(node.isObject(), "a mapping", node, pointer);
      node.properties()
          .forEach(entry -> checkEntry(entry, form.substring("map of ".length()), pointer));
    } else if (form.startsWith("list of ")) {
      require(node.isArray(), "a list", node, pointer);
      for (int i = 0; i < node.size(); i++) {
        check(node.get(i), form.substring("list of ".length()), pointer + "/" + i);
      }
    } else if (form.equals("text")) {
      require(node.isTextual(), "a string", node, pointer);
    } else if (!form.equals("any")) {
      checkObject(node, form, pointer);
    }
  }

  /** Vendor keys may stand among paths and responses; among schemas a name may look like one. */
  private static void checkEntry(Map.Entry<String, JsonNode> entry, String form, String pointer) {
    boolean vendor = entry.getKey().startsWith(Extensions.PREFIX) && !form.equals("schema");
    if (!vendor) {
      check(entry.getValue(), form, MisplacedException.below(pointer, entry.getKey()));
    }
  }

  private static void checkObject(JsonNode node, String form, String pointer) {
    if (form.equals("schema") && node.isBoolean()) {
      return; // additionalProperties: true
    }
    require(node.isObject(), "a mapping", node, pointer);
    for (Map.Entry<String, String> member : members(form).entrySet()) {
      String below = MisplacedException.below(pointer, member.getKey());
      if (node.has(member.getKey())) {
        check(node.get(member.getKey()), member.getValue(), below);
      } else if (!node.has("$ref")
          && REQUIRED.getOrDefault(form, Set.of()).contains(member.getKey())) {
        throw new MisplacedException(pointer, member.getKey() + " is missing");
      }
    }
  }

  private static Map<String, String> members(String form) {
    return switch (form) {
      case "body", "response" -> CONTENT;
      case "media" -> MEDIA;
      case "document of webhooks" -> WEBHOOKS;
      default -> OBJECTS.getOrDefault(form, Map.of());
    };
  }

  private static void require(boolean holds, String wanted, JsonNode node, String pointer) {
    if (!holds) {
      String found =
          switch (node.getNodeType()) {
            case OBJECT -> "a mapping";
            case ARRAY -> "a list";
            case STRING -> "a string";
            case NULL -> "nothing";
            default -> node.toString();
          };
      throw new MisplacedException(pointer, "OpenAPI wants " + wanted + " here, not " + found);
    }
  }
}
