package dev.clerkbapi.openapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.codegen.JavaType.Form;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.Set;

/** The Java type of each use of a schema in a rewritten description. */
public final class JavaTypes {
  private final JsonNode types;

  /** {@code types} are the components of the description, by name. */
  public JavaTypes(JsonNode types) {
    this.types = types;
  }

  /** The type as written in Java, such as {@code List<EmailAddress>}. */
  public String name(JsonNode use) {
    return of(use).name();
  }

  JavaType of(JsonNode use) {
    if (use.has(Extensions.SHARED)) {
      return shared(use.get(Extensions.SHARED).asText(), use.path("type").asText());
    }
    String ref = use.path("$ref").asText();
    if (!ref.isEmpty()) {
      return named(ref.substring(ref.lastIndexOf('/') + 1));
    }
    return switch (use.path("type").asText()) {
      case "array" -> list(use);
      case "object" -> map(use.path("additionalProperties"));
      case "string" ->
          use.path("format").asText().equals("date-time")
              ? JavaType.instantInText()
              : scalar("String", "decoding.string(reader)");
      case "boolean" -> scalar("Boolean", "Json.bool(reader)");
      case "integer" -> integer(use.path("format").asText());
      case "number" -> scalar("Double", "Json.number(reader)");
      default ->
          new JavaType(
              "Object", Set.of(), Set.of(), Form.FREE_FORM, "decoding.any(reader)", "Object");
    };
  }

  /** A typed map has no nulls, so one whose values may be null is free-form. */
  private JavaType map(JsonNode values) {
    boolean typed = values.isObject() && !values.path("nullable").asBoolean();
    return typed ? element(values).mapOf() : freeMap();
  }

  private JavaType list(JsonNode use) {
    JavaType element = element(use.path("items"));
    return use.has(Extensions.PAGE) ? element.pageOf() : element.listOf();
  }

  private static JavaType integer(String format) {
    return switch (format) {
      case "unix-milliseconds" -> JavaType.time();
      case "int32" -> scalar("Integer", "Json.whole32(reader)");
      default -> scalar("Long", "Json.whole(reader)");
    };
  }

  private static JavaType scalar(String name, String read) {
    return new JavaType(name, Set.of(), Set.of(), Form.SCALAR, read, name);
  }

  private static JavaType freeMap() {
    return new JavaType(
        "Map<String, @Nullable Object>",
        Set.of("java.util.Map", "org.jspecify.annotations.Nullable"),
        Set.of(),
        Form.FREE_FORM,
        "decoding.map(reader)",
        "");
  }

  /** A type of BAPI in another package, whose reader cannot be called from there. */
  private static JavaType shared(String name, String jsonType) {
    String read =
        jsonType.equals("string")
            ? name + ".of(decoding.string(reader))"
            : "SharedModels.read(reader, decoding, " + name + ".class)";
    return new JavaType(
        name, Set.of("dev.clerkbapi.model." + name), Set.of(), Form.MODEL, read, name);
  }

  private JavaType named(String name) {
    String read =
        switch (types.path(name).path(Extensions.KIND).asText()) {
          case "enum" -> name + ".read(reader)";
          // An interface cannot hide its reader; its nested class can.
          case "union" -> name + ".Unknown.read(reader, decoding)";
          default -> name + ".Builder.read(reader, decoding)";
        };
    return new JavaType(name, Set.of(), Set.of(name), Form.MODEL, read, name);
  }

  /**
   * A list of lists or a map of lists is rare enough to be read without a schema, and a list of
   * points in time in text to be one of texts.
   */
  private JavaType element(JsonNode use) {
    JavaType element = of(use);
    if (element.isInstantInText()) {
      return scalar("String", "decoding.string(reader)");
    }
    boolean nested = element.form() == Form.LIST || element.form() == Form.MAP;
    return nested
        ? scalar("Object", "java.util.Objects.requireNonNull(decoding.any(reader))")
        : element;
  }
}
