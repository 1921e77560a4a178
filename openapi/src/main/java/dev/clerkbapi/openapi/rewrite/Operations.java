package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites one operation: everything inline, one body, one response, optional query parameters as
 * one type (see {@link Parameters}).
 */
final class Operations {
  private final Schemas schemas;
  private final TypeUses uses;
  private final Parameters parameters;
  private final Pages pages;
  private final Set<String> methods = new HashSet<>();

  Operations(Schemas schemas, TypeUses uses, TypeRegistry registry, Pages pages) {
    this.schemas = schemas;
    this.uses = uses;
    this.parameters = new Parameters(schemas, uses, registry);
    this.pages = pages;
  }

  ObjectNode rewrite(String method, String path, JsonNode pathItem, ObjectNode operation) {
    ObjectNode result = Schemas.empty();
    String id = operation.path("operationId").asText(method + "_" + path);
    String tag = operation.path("tags").path(0).asText("Default");
    String name = methodName(tag, id);
    result.put("operationId", name);
    result.putArray("tags").add(tag);
    for (String kept : List.of("summary", "description", "deprecated", Extensions.IDEMPOTENT)) {
      if (operation.has(kept)) {
        result.set(kept, operation.get(kept));
      }
    }
    errors(operation, result);
    Iterable<ObjectNode> given = parameters.of(pathItem, operation);
    parameters.rewrite(id, name, given, result);
    body(id, operation, result);
    ObjectNode response = response(id, operation, result);
    for (ObjectNode parameter : given) {
      Pages.askForTotal(parameter, response, result);
    }
    return result;
  }

  /** The 4xx that are declared, and what an overlay says of these and of others. */
  private static void errors(ObjectNode operation, ObjectNode result) {
    Map<String, JsonNode> errors = new TreeMap<>();
    for (String status : (Iterable<String>) operation.path("responses")::fieldNames) {
      if (status.matches("4[0-9][0-9]")) {
        errors.put(status, Schemas.empty());
      }
    }
    operation
        .path(Extensions.THROWS)
        .properties()
        .forEach(error -> errors.put(error.getKey(), error.getValue()));
    if (!errors.isEmpty()) {
      ObjectNode all = result.putObject(Extensions.THROWS);
      errors.forEach(all::set);
    }
  }

  /** Names that differ in what a Java name leaves out would be one method of the interface. */
  private String methodName(String tag, String id) {
    String wanted = JavaNames.member(id);
    String name = wanted;
    for (int number = 2; !methods.add(tag + " " + name); number++) {
      name = wanted + number;
    }
    return name;
  }

  private void body(String id, ObjectNode operation, ObjectNode result) {
    if (!operation.has("requestBody")) {
      return;
    }
    ObjectNode given = schemas.resolve(operation.get("requestBody"));
    String type = preferred(given.path("content"));
    if (type == null) {
      return;
    }
    ObjectNode body =
        result.putObject("requestBody").put("required", given.path("required").asBoolean());
    JsonNode schema = given.path("content").path(type).path("schema");
    ObjectNode media = body.putObject("content").putObject(type);
    if (type.startsWith("multipart/")) {
      // The parts are arguments, so that the body needs no type of its own.
      ObjectNode parts = media.putObject("schema").put("type", "object");
      parts.set(Extensions.PARTS, schemas.resolve(schema).path("properties"));
      parts.set("required", schemas.resolve(schema).path("required"));
    } else {
      boolean list = schemas.resolve(schema).path("type").asText().equals("array");
      String name = list ? id + "Item" : id + "Request"; // An element is not the whole request.
      media.set("schema", used(schema, id + ".request", name));
    }
  }

  /** Returns the use of what the operation responds with; empty where that is nothing. */
  private ObjectNode response(String id, ObjectNode operation, ObjectNode result) {
    ObjectNode response = result.putObject("responses").putObject("200").put("description", "");
    JsonNode given = success(operation.path("responses"));
    if (given == null) {
      return Schemas.empty();
    }
    ObjectNode resolved = schemas.resolve(given);
    String type = preferred(resolved.path("content"));
    if (type == null) {
      return Schemas.empty();
    }
    String shared = given.path("$ref").asText();
    String name =
        shared.isEmpty() ? id + "Response" : shared.substring(shared.lastIndexOf('/') + 1);
    JsonNode schema = resolved.path("content").path(type).path("schema");
    ObjectNode page = pages.use(schema, id + ".response", JavaNames.type(name));
    ObjectNode use = page != null ? page : used(schema, id + ".response", name);
    response.putObject("content").putObject(type).set("schema", use);
    return use;
  }

  private ObjectNode used(JsonNode schema, String position, String name) {
    return uses.use(schema.isObject() ? schema : Schemas.empty(), position, JavaNames.type(name));
  }

  private static @Nullable JsonNode success(JsonNode responses) {
    JsonNode found = null;
    for (Map.Entry<String, JsonNode> response : responses.properties()) {
      if (response.getKey().startsWith("2")
          && (found == null || !(found.has("content") || found.has("$ref")))) {
        found = response.getValue();
      }
    }
    return found;
  }

  /** JSON where there is a choice; otherwise the first type named. */
  private static @Nullable String preferred(JsonNode content) {
    String first = null;
    for (Map.Entry<String, JsonNode> media : content.properties()) {
      if (media.getKey().startsWith("application/json")) {
        return media.getKey();
      }
      first = first == null ? media.getKey() : first;
    }
    return first;
  }
}
