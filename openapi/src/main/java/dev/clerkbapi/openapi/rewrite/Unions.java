package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the schemas that are one of several objects distinguished by the value of a member, and
 * makes them types of kind {@code union}.
 *
 * <p>The tags come from the discriminator's mapping, or else from the constants that the variants'
 * members have.
 */
final class Unions {
  private final Schemas schemas;
  private final TypeUses uses;

  Unions(Schemas schemas, TypeUses uses) {
    this.schemas = schemas;
    this.uses = uses;
  }

  boolean isUnion(ObjectNode schema) {
    return schema.has("oneOf") && !variants(schema).isEmpty();
  }

  ObjectNode define(String name, ObjectNode schema) {
    ObjectNode union = Schemas.empty().put("type", "object").put(Extensions.KIND, "union");
    String tagName = tagName(schema);
    union.put(Extensions.TAG, tagName);
    ArrayNode variants = union.putArray(Extensions.VARIANTS);
    variants(schema)
        .forEach(
            (tag, variant) -> {
              String inlineName = name + JavaNames.suffix(tag);
              ObjectNode use = uses.use(variant, name + "." + tag, inlineName);
              variants.addObject().put("tag", tag).set("$ref", use.get("$ref"));
            });
    // A member at least, or the generator takes the union for a free-form object.
    union.putObject("properties").putObject(tagName).put("type", "string");
    return union;
  }

  /** The variants by tag; empty if nothing distinguishes them, or one of them is no object. */
  private Map<String, JsonNode> variants(ObjectNode schema) {
    Map<String, JsonNode> variants = new LinkedHashMap<>();
    String tagName = tagName(schema);
    for (JsonNode variant : schema.path("oneOf")) {
      ObjectNode object = Schemas.unwrap(schemas.resolve(Schemas.unwrap((ObjectNode) variant)));
      List<String> tags = tagName == null ? List.of() : tags(schema, variant, object, tagName);
      if (tags.isEmpty() || !object.has("properties")) {
        return Map.of();
      }
      for (String tag : tags) {
        if (variants.put(tag, variant) != null) {
          return Map.of();
        }
      }
    }
    return variants;
  }

  private static List<String> tags(
      ObjectNode schema, JsonNode variant, ObjectNode object, String tagName) {
    String component = Schemas.componentOf(variant);
    List<String> tags = new ArrayList<>();
    for (Map.Entry<String, JsonNode> tag :
        schema.path("discriminator").path("mapping").properties()) {
      String target = tag.getValue().asText();
      if (component != null
          && (target.equals(component) || target.equals(Schemas.SCHEMA_REF + component))) {
        tags.add(tag.getKey());
      }
    }
    if (tags.isEmpty()) {
      tags.addAll(Schemas.valuesOf(object.path("properties").path(tagName)));
    }
    if (tags.isEmpty() && component != null && schema.has("discriminator")) {
      tags.add(component); // What OpenAPI says when there is no mapping: the name of the schema.
    }
    return tags;
  }

  private @Nullable String tagName(ObjectNode schema) {
    String declared = schema.path("discriminator").path("propertyName").asText();
    if (!declared.isEmpty()) {
      return declared;
    }
    if (schema.path("oneOf").size() < 2) {
      return null;
    }
    ObjectNode first = schemas.resolve(Schemas.unwrap((ObjectNode) schema.get("oneOf").get(0)));
    for (Map.Entry<String, JsonNode> member : first.path("properties").properties()) {
      if (!Schemas.valuesOf(member.getValue()).isEmpty() && tellsApart(schema, member.getKey())) {
        return member.getKey();
      }
    }
    return null;
  }

  private boolean tellsApart(ObjectNode schema, String member) {
    Set<String> seen = new HashSet<>();
    for (JsonNode variant : schema.get("oneOf")) {
      ObjectNode object = schemas.resolve(Schemas.unwrap((ObjectNode) variant));
      List<String> values = Schemas.valuesOf(object.path("properties").path(member));
      if (values.isEmpty() || !values.stream().allMatch(seen::add)) {
        return false;
      }
    }
    return true;
  }
}
