package dev.clerkbapi.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Documents;
import dev.clerkbapi.openapi.rewrite.JavaNames;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What the description lets be null, on any path of references, Java lets be null too: every
 * operation's body and response is walked in the description and in what was prepared of it, side
 * by side.
 */
class NullabilityTest {
  private final ObjectNode given = Documents.read(Path.of("bapi.yml"));
  private final JsonNode prepared =
      Prepare.result(Documents.read(Path.of("bapi.yml")), Path.of("overlays")).description();
  private final Set<String> walked = new HashSet<>();
  private final Set<String> promisedThoughNullable = new TreeSet<>();
  private int members;

  @Test
  void memberThatMayBeNull_isPromisedNowhere() {
    for (Map.Entry<String, JsonNode> path : given.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        JsonNode made = prepared.path("paths").path(path.getKey()).path(method.getKey());
        walk(media(method.getValue().path("requestBody")), media(made.path("requestBody")));
        walk(success(method.getValue()), media(made.path("responses").path("200")));
      }
    }
    assertThat(members).isGreaterThan(1500);
    assertThat(promisedThoughNullable).isEmpty();
  }

  private void walk(JsonNode description, JsonNode use) {
    JsonNode list = target(description);
    if (use.has("x-page") && list.path("properties").has("total_count")) {
      walk(list.path("properties").path(use.get("x-page").asText()), withoutPage(use));
    } else if (use.has("items")) {
      walk(target(description).path("items"), use.get("items"));
    } else if (use.path("additionalProperties").isObject()) {
      walk(target(description).path("additionalProperties"), use.get("additionalProperties"));
    } else if (use.has("$ref")) {
      JsonNode type = prepared.at(use.get("$ref").asText().substring(1));
      if (walked.add(use.get("$ref").asText() + description)) {
        members(description, type, use.get("$ref").asText());
      }
    }
  }

  private void members(JsonNode description, JsonNode type, String name) {
    JsonNode schema = target(description);
    for (String composed : new String[] {"allOf", "oneOf", "anyOf"}) {
      for (JsonNode part : schema.path(composed)) {
        JsonNode variant = part.has("$ref") ? target(part) : part;
        boolean union = type.path("x-kind").asText().equals("union");
        if (union) {
          variant(part, variant, type);
        } else {
          members(part, type, name);
        }
      }
    }
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      JsonNode use = type.path("properties").path(member.getKey());
      members++;
      boolean promised =
          !use.isMissingNode()
              && !use.path("nullable").asBoolean()
              && !use.isEmpty()
              && contains(type.path("required"), member.getKey());
      if (promised && mayBeNull(member.getValue())) {
        promisedThoughNullable.add(name + "." + member.getKey());
      }
      walk(member.getValue(), use);
    }
  }

  private void variant(JsonNode part, JsonNode variant, JsonNode union) {
    String named = JavaNames.type(ref(part).substring(ref(part).lastIndexOf('/') + 1));
    for (JsonNode candidate : union.path("x-variants")) {
      if (ref(candidate).endsWith("/" + named)) {
        members(variant, prepared.at(ref(candidate).substring(1)), ref(candidate));
      }
    }
  }

  /** Follows one reference after the other, and looks at each stop. */
  private boolean mayBeNull(JsonNode schema) {
    for (JsonNode at = schema; ; at = single(at)) {
      if (at.path("nullable").asBoolean()) {
        return true;
      }
      if (single(at).isMissingNode()) {
        return false;
      }
    }
  }

  /** What a reference, or a wrapper around one schema, stands for; missing for any other. */
  private JsonNode single(JsonNode schema) {
    if (schema.has("$ref")) {
      return given.at(schema.get("$ref").asText().substring(1));
    }
    for (String wrapper : new String[] {"allOf", "oneOf", "anyOf"}) {
      if (schema.path(wrapper).size() == 1) {
        return schema.path(wrapper).get(0);
      }
    }
    return Documents.MAPPER.missingNode();
  }

  private JsonNode target(JsonNode schema) {
    JsonNode at = schema;
    while (!single(at).isMissingNode()) {
      at = single(at);
    }
    return at;
  }

  private JsonNode success(JsonNode operation) {
    for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
      JsonNode schema = media(response.getValue());
      if (response.getKey().startsWith("2") && !schema.isMissingNode()) {
        return schema;
      }
    }
    return Documents.MAPPER.missingNode();
  }

  private JsonNode media(JsonNode holder) {
    return target(holder).path("content").path("application/json").path("schema");
  }

  private static JsonNode withoutPage(JsonNode use) {
    return ((ObjectNode) use.deepCopy()).without("x-page");
  }

  private static String ref(JsonNode variant) {
    return variant.path("$ref").asText();
  }

  private static boolean contains(JsonNode names, String name) {
    for (JsonNode candidate : names) {
      if (candidate.asText().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
