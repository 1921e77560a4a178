package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Merges compositions into one object: all parts of an {@code allOf} hold together; of the parts of
 * {@code anyOf}, or of a {@code oneOf} whose parts nothing distinguishes, one holds, so that only
 * what all of them require is required.
 */
final class Compositions {
  private final Schemas schemas;

  Compositions(Schemas schemas) {
    this.schemas = schemas;
  }

  /**
   * The schema as one object; the schema itself where it composes nothing; null where its parts are
   * no objects.
   */
  @Nullable ObjectNode merged(ObjectNode schema) {
    if (!schema.has("allOf") && !schema.has("anyOf") && !schema.has("oneOf")) {
      return schema;
    }
    ObjectNode result = schema.deepCopy();
    Map<String, JsonNode> properties = new TreeMap<>();
    Set<String> required = new LinkedHashSet<>();
    collect(schema, properties, required);
    for (JsonNode part : schema.path("allOf")) {
      ObjectNode object = object(part);
      if (object == null) {
        return null;
      }
      collect(object, properties, required);
    }
    for (String choice : new String[] {"anyOf", "oneOf"}) {
      if (schema.has(choice) && !mergeChoice(schema.get(choice), properties, required)) {
        return null;
      }
      result.remove(choice);
    }
    result.remove("allOf");
    result.put("type", "object");
    ObjectNode merged = result.putObject("properties");
    properties.forEach(merged::set);
    ArrayNode names = result.putArray("required");
    required.forEach(names::add);
    return result;
  }

  private boolean mergeChoice(
      JsonNode parts, Map<String, JsonNode> properties, Set<String> required) {
    Set<String> common = null;
    for (JsonNode part : parts) {
      ObjectNode object = object(part);
      if (object == null) {
        return false;
      }
      Set<String> own = new LinkedHashSet<>();
      collect(object, properties, own);
      if (common == null) {
        common = own;
      } else {
        common.retainAll(own);
      }
    }
    if (common != null) {
      required.addAll(common);
    }
    return true;
  }

  private @Nullable ObjectNode object(JsonNode part) {
    ObjectNode object = merged(Schemas.unwrap(schemas.resolve(Schemas.unwrap((ObjectNode) part))));
    boolean isObject =
        object != null
            && (object.has("properties") || object.path("type").asText().equals("object"));
    return isObject ? object : null;
  }

  private static void collect(
      ObjectNode object, Map<String, JsonNode> properties, Set<String> required) {
    Map<String, JsonNode> own = new LinkedHashMap<>();
    object
        .path("properties")
        .properties()
        .forEach(entry -> own.put(entry.getKey(), entry.getValue()));
    own.forEach((name, schema) -> properties.merge(name, schema, Compositions::either));
    object.path("required").forEach(name -> required.add(name.asText()));
  }

  /**
   * Two parts name one member: the values of both enums, the shared type, or anything where they
   * differ.
   */
  private static JsonNode either(JsonNode one, JsonNode other) {
    if (one.equals(other)) {
      return one;
    }
    if (!one.path("type").equals(other.path("type")) || one.has("$ref") || other.has("$ref")) {
      return Schemas.empty();
    }
    ObjectNode both = other.deepCopy();
    if (one.path("nullable").asBoolean()) {
      both.put("nullable", true);
    }
    if (one.has("enum") && other.has("enum")) {
      Set<JsonNode> values = new LinkedHashSet<>();
      one.get("enum").forEach(values::add);
      other.get("enum").forEach(values::add);
      both.putArray("enum").addAll(values);
    } else {
      both.remove("enum");
    }
    return both;
  }
}
