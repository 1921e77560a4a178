package dev.clerkbapi.openapi.description;

import com.fasterxml.jackson.databind.JsonNode;
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

  private Facts() {}

  public static ObjectNode of(ObjectNode document) {
    ObjectNode facts = Copies.copy(document, List.of("openapi"));
    facts.set("info", Copies.copy(document.path("info"), List.of("title", "version")));
    facts.set(
        "servers",
        Copies.list(document.path("servers"), server -> Copies.copy(server, List.of("url"))));
    Copies.copyInto(facts, document, List.of("security"));
    facts.set("tags", Copies.list(document.path("tags"), tag -> Copies.copy(tag, List.of("name"))));
    facts.set("paths", Copies.sorted(document.path("paths"), Facts::pathItem));
    facts.set("components", components(document.path("components")));
    return facts;
  }

  /** The facts of a document of webhooks, by the names of the events. */
  static ObjectNode ofWebhooks(ObjectNode document) {
    ObjectNode facts = Copies.copy(document, List.of("openapi"));
    facts.set("info", Copies.copy(document.path("info"), List.of("title", "version")));
    facts.set(Extensions.WEBHOOKS, Copies.sorted(webhooks(document), Facts::pathItem));
    facts.set("components", components(document.path("components")));
    return facts;
  }

  /** The webhooks of a document under the key of OpenAPI 3.1, or under the one used before it. */
  static JsonNode webhooks(JsonNode document) {
    return document.has("webhooks") ? document.get("webhooks") : document.path(Extensions.WEBHOOKS);
  }

  private static JsonNode pathItem(JsonNode item) {
    ObjectNode copy = Copies.node();
    if (item.has("parameters")) {
      copy.set("parameters", Copies.list(item.get("parameters"), Facts::parameter));
    }
    for (String method : new TreeSet<>(METHODS)) {
      if (item.has(method)) {
        copy.set(method, operation(item.get(method)));
      }
    }
    return copy;
  }

  private static JsonNode operation(JsonNode operation) {
    ObjectNode copy =
        Copies.copy(operation, List.of("operationId", "tags", "deprecated", "security"));
    if (operation.has("parameters")) {
      copy.set("parameters", Copies.list(operation.get("parameters"), Facts::parameter));
    }
    if (operation.has("requestBody")) {
      copy.set("requestBody", body(operation.get("requestBody")));
    }
    copy.set("responses", Copies.sorted(operation.path("responses"), Facts::response));
    return copy;
  }

  private static JsonNode parameter(JsonNode parameter) {
    ObjectNode copy =
        Copies.copy(
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
      copy.set("schema", SchemaFacts.of(parameter.get("schema")));
    }
    content(parameter, copy);
    return copy;
  }

  private static JsonNode body(JsonNode body) {
    ObjectNode copy = Copies.copy(body, List.of("$ref", "required"));
    content(body, copy);
    return copy;
  }

  private static JsonNode response(JsonNode response) {
    if (response.has("$ref")) {
      return Copies.copy(response, List.of("$ref"));
    }
    // OpenAPI requires a description; ours says nothing, because upstream's is prose.
    ObjectNode copy = Copies.node().put("description", "");
    content(response, copy);
    return copy;
  }

  private static void content(JsonNode from, ObjectNode to) {
    if (from.has("content")) {
      to.set(
          "content",
          Copies.sorted(
              from.get("content"),
              media -> {
                ObjectNode copy = Copies.node();
                if (media.has("schema")) {
                  copy.set("schema", SchemaFacts.of(media.get("schema")));
                }
                return copy;
              }));
    }
  }

  private static JsonNode components(JsonNode components) {
    ObjectNode copy = Copies.node();
    section(components, "parameters", Facts::parameter, copy);
    section(components, "requestBodies", Facts::body, copy);
    section(components, "responses", Facts::response, copy);
    section(components, "schemas", SchemaFacts::of, copy);
    Copies.copyInto(copy, components, List.of("securitySchemes"));
    if (copy.has("securitySchemes")) {
      copy.set(
          "securitySchemes",
          Copies.sorted(
              copy.get("securitySchemes"),
              scheme ->
                  Copies.copy(scheme, List.of("type", "scheme", "bearerFormat", "name", "in"))));
    }
    return copy;
  }

  private static void section(JsonNode components, String name, Copies.Part part, ObjectNode copy) {
    if (components.has(name)) {
      copy.set(name, Copies.sorted(components.get(name), part));
    }
  }
}
