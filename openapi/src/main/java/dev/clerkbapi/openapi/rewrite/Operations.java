package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites one operation: everything inline, one body, one answer, optional query parameters as one
 * type.
 */
final class Operations {
  private final Schemas schemas;
  private final TypeUses uses;
  private final TypeRegistry registry;
  private final Pages pages;
  private final Set<String> methods = new HashSet<>();

  Operations(Schemas schemas, TypeUses uses, TypeRegistry registry, Pages pages) {
    this.schemas = schemas;
    this.uses = uses;
    this.registry = registry;
    this.pages = pages;
  }

  ObjectNode rewrite(String method, String path, JsonNode pathItem, ObjectNode operation) {
    ObjectNode result = Schemas.empty();
    String id = operation.path("operationId").asText(method + "_" + path);
    String tag = operation.path("tags").path(0).asText("Default");
    String name = methodName(tag, id);
    result.put("operationId", name);
    result.putArray("tags").add(tag);
    for (String kept : List.of("summary", "description", "deprecated", "x-idempotent")) {
      if (operation.has(kept)) {
        result.set(kept, operation.get(kept));
      }
    }
    parameters(id, name, pathItem, operation, result);
    body(id, operation, result);
    ObjectNode response = response(id, operation, result);
    for (ObjectNode parameter : distinct(pathItem, operation)) {
      Pages.askForTotal(parameter, response, result);
    }
    return result;
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

  private void parameters(
      String id, String method, JsonNode pathItem, ObjectNode operation, ObjectNode result) {
    ArrayNode arguments = result.putArray("parameters");
    ObjectNode optional =
        Schemas.empty().put("type", "object").put("x-kind", "params").put("x-operation", method);
    ObjectNode optionalMembers = optional.putObject("properties");
    for (ObjectNode parameter : distinct(pathItem, operation)) {
      if (Pages.isSwitch(parameter)) {
        continue;
      }
      ObjectNode use = use(id, parameter);
      boolean required = parameter.path("required").asBoolean();
      if (parameter.path("in").asText().equals("query") && !required) {
        optionalMembers.set(parameter.path("name").asText(), use);
      } else {
        ObjectNode argument = parameter.deepCopy().without(List.of("content", "explode", "style"));
        arguments.add(argument.<ObjectNode>set("schema", use));
      }
    }
    if (!optionalMembers.isEmpty()) {
      String wanted = JavaNames.type(id) + "Params";
      String name = registry.claim(wanted, "params " + id, id);
      registry.define(name, optional);
      result.put("x-params", name);
    }
  }

  private ObjectNode use(String id, ObjectNode parameter) {
    String name = parameter.path("name").asText();
    JsonNode schema =
        parameter.has("schema") ? parameter.get("schema") : Schemas.empty().put("type", "string");
    ObjectNode use =
        isBooleanInText(schema)
            ? Schemas.empty().put("type", "boolean")
            : uses.use(schema, id + "." + name, JavaNames.type(id) + JavaNames.suffix(name));
    MemberFormats.refine(name, use);
    if (!parameter.path("explode").asBoolean(true)) {
      use.put("x-comma-separated", true);
    }
    for (String kept : List.of("description", "deprecated")) {
      if (parameter.has(kept)) {
        use.set(kept, parameter.get(kept));
      }
    }
    return use;
  }

  /** In a URL, the text {@code true} and the boolean are the same. */
  private static boolean isBooleanInText(JsonNode schema) {
    return Set.copyOf(Schemas.valuesOf(schema)).equals(Set.of("true", "false"));
  }

  /** An operation's parameter goes before that of its path with the same name and place. */
  private Iterable<ObjectNode> distinct(JsonNode pathItem, ObjectNode operation) {
    Map<String, ObjectNode> parameters = new LinkedHashMap<>();
    for (JsonNode holder : List.of(pathItem, operation)) {
      for (JsonNode given : holder.path("parameters")) {
        ObjectNode parameter = schemas.resolve(given);
        parameters.put(
            parameter.path("in").asText() + " " + parameter.path("name").asText(), parameter);
      }
    }
    return parameters.values();
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
      parts.set("x-parts", schemas.resolve(schema).path("properties"));
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
