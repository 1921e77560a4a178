package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a schema as it is used somewhere into one of five plain forms: a scalar, a list, a map,
 * anything ({@code {}}), or a reference to a named Java type, which is made on the way.
 */
final class TypeUses {
  /** What a use keeps of the schema it stands for. */
  private static final List<String> KEPT =
      List.of("nullable", "deprecated", "description", "default", Extensions.SECRET);

  private final Schemas schemas;
  private final Compositions compositions;
  private final Unions unions;
  private final NamePins pins;
  private final TypeRegistry registry;
  private final Duplicates duplicates;

  TypeUses(Schemas schemas, NamePins pins, TypeRegistry registry, Duplicates duplicates) {
    this.schemas = schemas;
    this.compositions = new Compositions(schemas);
    this.unions = new Unions(schemas, this);
    this.pins = pins;
    this.registry = registry;
    this.duplicates = duplicates;
  }

  /**
   * The use of {@code schema} at {@code position}; {@code name} is what an inline type is called
   * unless it is pinned.
   */
  ObjectNode use(JsonNode given, String position, String name) {
    ObjectNode schema = Schemas.unwrap((ObjectNode) given);
    String component = Schemas.componentOf(schema);
    if (component == null && schema.has("$ref")) {
      return use(schemas.resolve(schema), position, name);
    }
    ObjectNode use =
        component == null ? inline(schema, position, name) : component(schema, component, position);
    for (String key : KEPT) {
      if (schema.has(key)) {
        use.set(key, schema.get(key));
      }
    }
    LimitKeywords.keep(schema, use);
    if (schemas.allowsNull(given)) {
      use.put("nullable", true);
    }
    return use;
  }

  private ObjectNode component(ObjectNode schema, String given, String position) {
    String component = duplicates.original(given);
    ObjectNode target = Schemas.unwrap(schemas.resolve(schema));
    String nested = Schemas.componentOf(target);
    if (nested != null) {
      return component(target, nested, position);
    }
    ObjectNode merged = compositions.merged(target);
    if (!isNamedType(target, merged)) {
      return use(target, position, JavaNames.type(component));
    }
    String pinned = pins.at(position);
    String origin = "schema " + component;
    String known = registry.nameOf(origin);
    if (pinned != null) {
      pins.check(pinned, origin, position);
      pins.component(component, pinned);
    }
    String wanted = pins.nameOf(component, JavaNames.type(component));
    String name = known != null ? known : registry.claim(wanted, origin, position);
    return reference(name, target, merged);
  }

  private ObjectNode inline(ObjectNode schema, String position, String name) {
    ObjectNode merged = compositions.merged(schema);
    if (isNamedType(schema, merged)) {
      String pinned = pins.at(position);
      String shape = "inline " + shape(schema, pinned);
      String wanted = pinned != null ? pinned : JavaNames.available(name);
      if (pinned != null) {
        pins.check(pinned, shape, position);
      }
      String origin = pinned != null ? "pin " + pinned : wanted + " " + shape;
      return inlineReference(registry.claim(wanted, origin, position), schema, merged);
    }
    String type = schema.path("type").asText();
    if (schema.has("items") || type.equals("array")) {
      ObjectNode list = Schemas.empty().put("type", "array");
      JsonNode items = schema.has("items") ? schema.get("items") : Schemas.empty();
      list.set("items", use(items, position, name));
      return list;
    }
    if (schema.path("additionalProperties").isObject()
        && !schema.get("additionalProperties").isEmpty()) {
      ObjectNode map = Schemas.empty().put("type", "object");
      map.set("additionalProperties", use(schema.get("additionalProperties"), position, name));
      return map;
    }
    return scalar(schema, type);
  }

  /**
   * What is kept with each use does not make another type. Nor do the values of enums under one
   * pinned name: they are open, and drift apart from one publication to the next.
   */
  private static String shape(ObjectNode schema, @Nullable String pinned) {
    return pinned != null && isStringEnum(schema)
        ? "enum"
        : ShapeText.of(schema.deepCopy().without(KEPT));
  }

  private static ObjectNode scalar(ObjectNode schema, String type) {
    ObjectNode scalar = Schemas.empty();
    if (!type.isEmpty()) {
      scalar.put("type", type);
    }
    if (schema.has("format")) {
      scalar.set("format", schema.get("format"));
    }
    if (type.equals("object")) {
      scalar.put("additionalProperties", true);
    }
    return scalar;
  }

  private boolean isNamedType(ObjectNode schema, @Nullable ObjectNode merged) {
    boolean isEnum = isStringEnum(schema);
    boolean isObject = merged != null && !merged.path("properties").isEmpty();
    return isEnum || isObject || unions.isUnion(schema);
  }

  static boolean isStringEnum(JsonNode schema) {
    boolean constant = Schemas.constantOf(schema) != null;
    return schema.path("type").asText("string").equals("string")
        && (schema.path("enum").size() > 0 || constant);
  }

  /** Positions that share a type may differ in limits; it has the widest of them. */
  private ObjectNode inlineReference(String name, ObjectNode schema, @Nullable ObjectNode merged) {
    boolean again = registry.isDefined(name);
    ObjectNode reference = reference(name, schema, merged);
    if (again && merged != null && !isStringEnum(schema) && !unions.isUnion(schema)) {
      LimitKeywords.widen(registry.typeOf(name), object(name, merged));
    }
    return reference;
  }

  private ObjectNode reference(String name, ObjectNode schema, @Nullable ObjectNode merged) {
    if (!registry.isDefined(name)) {
      registry.define(
          name, Schemas.empty()); // Ends the recursion of types that contain themselves.
      registry.define(name, define(name, schema, merged));
    } else if (isStringEnum(schema)) {
      addValues(registry.typeOf(name), schema);
    }
    return Schemas.empty().put("$ref", Schemas.SCHEMA_REF + name);
  }

  /** An enum that stands at several positions has the values of all of them. */
  private static void addValues(ObjectNode type, ObjectNode schema) {
    List<String> known = Schemas.valuesOf(type);
    for (String value : Schemas.valuesOf(schema)) {
      if (!known.contains(value)) {
        type.<ArrayNode>withArray("enum").add(value);
      }
    }
  }

  private ObjectNode define(String name, ObjectNode schema, @Nullable ObjectNode merged) {
    ObjectNode type;
    if (unions.isUnion(schema)) {
      type = unions.define(name, schema);
    } else if (merged == null || isStringEnum(schema)) {
      type = Schemas.empty().put("type", "string").put(Extensions.KIND, "enum");
      type.set(
          "enum",
          schema.has("enum") ? schema.get("enum") : type.arrayNode().add(schema.get("const")));
    } else {
      type = object(name, merged);
    }
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      if (entry.getKey().equals("description") || entry.getKey().startsWith(Extensions.PREFIX)) {
        type.set(entry.getKey(), entry.getValue());
      }
    }
    return type;
  }

  private ObjectNode object(String name, ObjectNode merged) {
    ObjectNode type = Schemas.empty().put("type", "object").put(Extensions.KIND, "model");
    ObjectNode properties = type.putObject("properties");
    for (Map.Entry<String, JsonNode> member : merged.get("properties").properties()) {
      properties.set(
          member.getKey(), member(name, member.getKey(), (ObjectNode) member.getValue()));
    }
    if (merged.has("required")) {
      type.set("required", merged.get("required"));
    }
    return type;
  }

  private ObjectNode member(String type, String member, ObjectNode schema) {
    ObjectNode plain = Schemas.unwrap(schema);
    ObjectNode use;
    if (member.equals("object") && isStringEnum(plain)) {
      // Says what kind of object this is; a second value must not change the type of the member.
      ObjectNode text = plain.deepCopy();
      text.remove(List.of("enum", "const"));
      use = use(text.put("type", "string"), type + "." + member, type);
      String constant = Schemas.constantOf(plain);
      if (constant != null) {
        use.put("default", constant);
      }
    } else {
      use = use(schema, type + "." + member, type + JavaNames.suffix(member));
    }
    return MemberFormats.refine(member, use);
  }
}
