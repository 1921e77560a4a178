package dev.clerkbapi.openapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.codegen.JavaType.Form;
import dev.clerkbapi.openapi.codegen.ModelView.MemberView;
import dev.clerkbapi.openapi.rewrite.JavaNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the views of a type's members. */
final class MemberViews {
  /** Two longs in {@code dev.clerkbapi.json.Model} say which members are null. */
  private static final int MOST = 128;

  private final JavaTypes javaTypes;

  MemberViews(JavaTypes javaTypes) {
    this.javaTypes = javaTypes;
  }

  List<MemberView> of(JsonNode type) {
    Set<String> required = new HashSet<>();
    type.path("required").forEach(name -> required.add(name.asText()));
    boolean request = type.path("x-request").asBoolean();
    Set<String> taken = new HashSet<>();
    List<MemberView> views = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : type.path("properties").properties()) {
      String name = ModelViews.unique(JavaNames.member(entry.getKey()), taken);
      boolean isRequired = required.contains(entry.getKey());
      views.add(view(entry.getKey(), name, views.size(), entry.getValue(), isRequired, request));
    }
    if (views.size() > MOST) {
      throw new IllegalStateException(
          "more than " + MOST + " members; widen dev.clerkbapi.json.Model");
    }
    return views;
  }

  private MemberView view(
      String key, String name, int index, JsonNode use, boolean required, boolean request) {
    JavaType type = javaTypes.of(use);
    boolean nullable = use.path("nullable").asBoolean() || type.name().equals("Object");
    boolean promised = required && !nullable;
    String constant = use.path("default").asText();
    boolean isObject = key.equals("object") && type.name().equals("String") && !constant.isEmpty();
    return new MemberView(
        ModelViews.escaped(key),
        name,
        index,
        type,
        doc(use, "    ".substring(2)),
        doc(use, "    "),
        promised || (type.isList() && !nullable) ? type.name() : "@Nullable " + type.name(),
        value(name, index, type, nullable, promised),
        isObject ? readConstant(name) : read(name, type),
        copy(key, name, type, nullable),
        isObject ? "\"" + ModelViews.escaped(constant) + "\"" : "",
        nullable,
        use.path("deprecated").asBoolean(),
        use.path("x-secret").asBoolean(),
        request && promised,
        set(use, type));
  }

  private static String doc(JsonNode use, String indent) {
    Javadoc doc = Javadoc.of(use.path("description").asText());
    if (use.path("deprecated").asBoolean()) {
      doc.tag("@deprecated", "Clerk means to take it away.");
    }
    return doc.render(indent);
  }

  private static String value(
      String name, int index, JavaType type, boolean nullable, boolean promised) {
    if (type.isList()) {
      return nullable
          ? name + " == null && !isNull(" + index + ") ? List.of() : " + name
          : name + " == null ? List.of() : " + name;
    }
    return promised ? "required(" + name + ", " + index + ")" : name;
  }

  private static String readConstant(String name) {
    return "to." + name + " = reader.selectString(OBJECT) == 0 ? KIND : Json.string(reader);";
  }

  private static String read(String name, JavaType type) {
    if (type.form() == Form.LIST) {
      return String.join(
          "\n",
          "{",
          "            reader.beginArray();",
          "            " + type.name() + " list = Json.newList(reader);",
          "            while (Json.nextElement(reader)) {",
          "              list.add(" + type.read() + ");",
          "            }",
          "            reader.endArray();",
          "            to." + name + " = Json.copy(list);",
          "          }");
    }
    if (type.form() == Form.MAP) {
      return String.join(
          "\n",
          "{",
          "            " + type.name() + " map = new java.util.LinkedHashMap<>();",
          "            reader.beginObject();",
          "            while (reader.hasNext()) {",
          "              String key = Json.name(reader);",
          "              if (reader.peek() == JsonReader.Token.NULL) {",
          "                reader.skipValue();",
          "              } else {",
          "                map.put(key, " + type.read() + ");",
          "              }",
          "            }",
          "            reader.endObject();",
          "            to." + name + " = java.util.Collections.unmodifiableMap(map);",
          "          }");
    }
    return "to." + name + " = " + type.read() + ";";
  }

  private static String copy(String key, String name, JavaType type, boolean nullable) {
    String literal = '"' + ModelViews.escaped(key) + '"';
    String checked = nullable ? name : "Objects.requireNonNull(" + name + ", " + literal + ")";
    String copy =
        switch (type.form()) {
          case LIST, MAP -> "Json.copy(" + literal + ", " + checked + ")";
          case FREE_FORM -> "Json.copyFreeForm(" + literal + ", " + checked + ")";
          default -> checked;
        };
    boolean guarded =
        nullable
            && type.form() != Form.SCALAR
            && type.form() != Form.MODEL
            && !type.name().equals("Object");
    return guarded ? name + " == null ? null : " + copy : copy;
  }

  private static String set(JsonNode use, JavaType type) {
    if (!type.isList()) {
      return "set";
    }
    return use.path("x-comma-separated").asBoolean() ? "setCommaSeparated" : "setAll";
  }
}
