package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rewrites the parameters of an operation: optional query parameters become one type. */
final class Parameters {
  private final Schemas schemas;
  private final TypeUses uses;
  private final TypeRegistry registry;

  Parameters(Schemas schemas, TypeUses uses, TypeRegistry registry) {
    this.schemas = schemas;
    this.uses = uses;
    this.registry = registry;
  }

  /** Writes what an operation's method takes into {@code result}. */
  void rewrite(String id, String method, Iterable<ObjectNode> given, ObjectNode result) {
    ArrayNode arguments = result.putArray("parameters");
    ObjectNode optional =
        Schemas.empty()
            .put("type", "object")
            .put(Extensions.KIND, "params")
            .put(Extensions.OPERATION, method);
    ObjectNode optionalMembers = optional.putObject("properties");
    for (ObjectNode parameter : given) {
      if (Pages.isSwitch(parameter)) {
        continue;
      }
      ObjectNode use = use(id, parameter);
      boolean required = parameter.path("required").asBoolean();
      if (parameter.path("in").asText().equals("query") && !required) {
        optionalMembers.set(parameter.path("name").asText(), use);
      } else {
        arguments.add(argument(parameter, use));
      }
    }
    if (!optionalMembers.isEmpty()) {
      result.put(Extensions.PARAMS, paramsType(id, optional));
    }
  }

  private static ObjectNode argument(ObjectNode parameter, ObjectNode use) {
    ObjectNode argument = parameter.deepCopy().without(List.of("content", "explode", "style"));
    return argument.set("schema", use);
  }

  private String paramsType(String id, ObjectNode optional) {
    String wanted = JavaNames.type(id) + "Params";
    String name = registry.claim(wanted, "params " + id, id);
    registry.define(name, optional);
    return name;
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
      use.put(Extensions.COMMA_SEPARATED, true);
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
  Iterable<ObjectNode> of(JsonNode pathItem, ObjectNode operation) {
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
}
