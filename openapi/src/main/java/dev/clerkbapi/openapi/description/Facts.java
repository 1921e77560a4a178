package dev.clerkbapi.openapi.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The facts of an OpenAPI document: what a client must know, without prose, examples and vendor
 * keys.
 *
 * <p>Names (paths, members, schemas) are in alphabetical order and keywords in the order below, so
 * that the same facts give the same document whatever the order of the keys they came in.
 */
public final class Facts {
  static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final List<String> SCHEMA_KEYS =
      List.of(
          "$ref",
          "type",
          "format",
          "nullable",
          "deprecated",
          "readOnly",
          "writeOnly",
          "enum",
          "const",
          "default",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "pattern",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties");

  private Facts() {}

  public static ObjectNode of(ObjectNode document) {
    ObjectNode facts = copy(document, List.of("openapi"));
    facts.set("info", copy(document.path("info"), List.of("title", "version")));
    facts.set("servers", list(document.path("servers"), server -> copy(server, List.of("url"))));
    copyInto(facts, document, List.of("security"));
    facts.set("tags", list(document.path("tags"), tag -> copy(tag, List.of("name"))));
    facts.set("paths", sorted(document.path("paths"), Facts::pathItem));
    facts.set("components", components(document.path("components")));
    return facts;
  }

  private static JsonNode pathItem(JsonNode item) {
    ObjectNode copy = node();
    if (item.has("parameters")) {
      copy.set("parameters", list(item.get("parameters"), Facts::parameter));
    }
    for (String method : new TreeSet<>(METHODS)) {
      if (item.has(method)) {
        copy.set(method, operation(item.get(method)));
      }
    }
    return copy;
  }

  private static JsonNode operation(JsonNode operation) {
    ObjectNode copy = copy(operation, List.of("operationId", "tags", "deprecated", "security"));
    if (operation.has("parameters")) {
      copy.set("parameters", list(operation.get("parameters"), Facts::parameter));
    }
    if (operation.has("requestBody")) {
      copy.set("requestBody", body(operation.get("requestBody")));
    }
    copy.set("responses", sorted(operation.path("responses"), Facts::response));
    return copy;
  }

  private static JsonNode parameter(JsonNode parameter) {
    ObjectNode copy =
        copy(
            parameter,
            List.of(
                "$ref",
                "name",
                "in",
                "required",
                "deprecated",
                "style",
                "explode",
                "allowEmptyValue"));
    if (parameter.has("schema")) {
      copy.set("schema", schema(parameter.get("schema")));
    }
    content(parameter, copy);
    return copy;
  }

  private static JsonNode body(JsonNode body) {
    ObjectNode copy = copy(body, List.of("$ref", "required"));
    content(body, copy);
    return copy;
  }

  private static JsonNode response(JsonNode response) {
    if (response.has("$ref")) {
      return copy(response, List.of("$ref"));
    }
    // OpenAPI requires a description; ours says nothing, because upstream's is prose.
    ObjectNode copy = node().put("description", "");
    content(response, copy);
    return copy;
  }

  private static void content(JsonNode from, ObjectNode to) {
    if (from.has("content")) {
      to.set(
          "content",
          sorted(
              from.get("content"),
              media -> {
                ObjectNode copy = node();
                if (media.has("schema")) {
                  copy.set("schema", schema(media.get("schema")));
                }
                return copy;
              }));
    }
  }

  private static JsonNode schema(JsonNode schema) {
    if (!schema.isObject()) {
      return schema.deepCopy(); // additionalProperties: true
    }
    ObjectNode copy = copy(schema, SCHEMA_KEYS);
    if (schema.has("properties")) {
      copy.set("properties", sorted(schema.get("properties"), Facts::schema, true));
    }
    copyInto(copy, schema, List.of("required"));
    for (String one : List.of("items", "additionalProperties", "not")) {
      if (schema.has(one)) {
        copy.set(one, schema(schema.get(one)));
      }
    }
    for (String many : List.of("allOf", "oneOf", "anyOf")) {
      if (schema.has(many)) {
        copy.set(many, list(schema.get(many), Facts::schema));
      }
    }
    if (schema.has("discriminator")) {
      ObjectNode discriminator = copy(schema.get("discriminator"), List.of("propertyName"));
      if (schema.get("discriminator").has("mapping")) {
        discriminator.set(
            "mapping", sorted(schema.get("discriminator").get("mapping"), tag -> tag));
      }
      copy.set("discriminator", discriminator);
    }
    return copy;
  }

  private static JsonNode components(JsonNode components) {
    ObjectNode copy = node();
    section(components, "parameters", Facts::parameter, copy);
    section(components, "requestBodies", Facts::body, copy);
    section(components, "responses", Facts::response, copy);
    section(components, "schemas", Facts::schema, copy);
    copyInto(copy, components, List.of("securitySchemes"));
    if (copy.has("securitySchemes")) {
      copy.set(
          "securitySchemes",
          sorted(
              copy.get("securitySchemes"),
              scheme -> copy(scheme, List.of("type", "scheme", "bearerFormat", "name", "in"))));
    }
    return copy;
  }

  private static void section(JsonNode components, String name, Part part, ObjectNode copy) {
    if (components.has(name)) {
      copy.set(name, sorted(components.get(name), part));
    }
  }

  private interface Part {
    JsonNode facts(JsonNode node);
  }

  private static ObjectNode node() {
    return Documents.MAPPER.createObjectNode();
  }

  private static ObjectNode sorted(JsonNode names, Part part) {
    return sorted(names, part, false);
  }

  /** A member may be called {@code x-something}; elsewhere that is a vendor key. */
  private static ObjectNode sorted(JsonNode names, Part part, boolean keepVendorKeys) {
    ObjectNode copy = node();
    TreeSet<String> keys = new TreeSet<>();
    names.fieldNames().forEachRemaining(keys::add);
    keys.removeIf(key -> key.startsWith("x-") && !keepVendorKeys);
    keys.forEach(key -> copy.set(key, part.facts(names.get(key))));
    return copy;
  }

  private static ArrayNode list(JsonNode items, Part part) {
    ArrayNode copy = Documents.MAPPER.createArrayNode();
    items.forEach(item -> copy.add(part.facts(item)));
    return copy;
  }

  private static ObjectNode copy(JsonNode from, List<String> keys) {
    return copyInto(node(), from, keys);
  }

  private static ObjectNode copyInto(ObjectNode to, JsonNode from, List<String> keys) {
    for (String key : keys) {
      if (from.has(key)) {
        to.set(key, from.get(key).deepCopy());
      }
    }
    return to;
  }
}
