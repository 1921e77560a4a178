package dev.clerkbapi.openapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.codegen.ModelView.ConstantView;
import dev.clerkbapi.openapi.codegen.ModelView.MemberView;
import dev.clerkbapi.openapi.codegen.ModelView.TagView;
import dev.clerkbapi.openapi.codegen.ModelView.VariantView;
import dev.clerkbapi.openapi.rewrite.JavaNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the view of each type of a rewritten description. */
final class ModelViews {
  private static final Map<String, Set<String>> IMPORTS =
      Map.of(
          "model",
          Set.of(
              "com.squareup.moshi.JsonAdapter",
              "com.squareup.moshi.JsonReader",
              "dev.clerkbapi.json.Json",
              "dev.clerkbapi.json.Model",
              "dev.clerkbapi.json.ModelAdapter",
              "java.io.IOException",
              "java.time.Clock",
              "java.util.Objects",
              "org.jspecify.annotations.Nullable"),
          "params",
          Set.of("dev.clerkbapi.json.QueryParams"));

  private final JsonNode types;
  private final MemberViews members;
  private final Map<String, Set<String>> unionsByVariant = new TreeMap<>();

  ModelViews(JsonNode types) {
    this.types = types;
    this.members = new MemberViews(new JavaTypes(types));
    types
        .properties()
        .forEach(
            type ->
                type.getValue()
                    .path("x-variants")
                    .forEach(
                        variant ->
                            unionsByVariant
                                .computeIfAbsent(simpleName(variant), name -> new TreeSet<>())
                                .add(type.getKey())));
  }

  ModelView of(String name) {
    JsonNode type = types.path(name);
    String kind = type.path("x-kind").asText();
    List<MemberView> views = kind.equals("union") ? List.of() : members.of(type);
    return new ModelView(
        name,
        Javadoc.of(doc(type, kind)).render(""),
        kind.equals("model"),
        kind.equals("enum"),
        kind.equals("union"),
        kind.equals("params"),
        imports(kind, type, views),
        views,
        constants(name, type),
        variants(type),
        supertypes(name, type),
        tag(type),
        unionsByVariant.containsKey(name),
        type.path("x-received-at").asBoolean());
  }

  private static String doc(JsonNode type, String kind) {
    String said = type.path("description").asText();
    return switch (kind) {
      case "params" ->
          "The optional query parameters of `" + type.path("x-operation").asText() + "`.";
      case "union" ->
          (said.isEmpty() ? "One of several objects." : said)
              + "\n\nA kind that this SDK does not know is an `Unknown`; match the variants with `instanceof`.";
      default -> said;
    };
  }

  private static List<String> imports(String kind, JsonNode type, List<MemberView> members) {
    Set<String> imports = new TreeSet<>(IMPORTS.getOrDefault(kind, Set.of()));
    if (type.path("x-received-at").asBoolean()) {
      imports.add("java.time.Instant");
    }
    members.forEach(member -> imports.addAll(member.type().imports()));
    return List.copyOf(imports);
  }

  private static List<ConstantView> constants(String typeName, JsonNode type) {
    List<ConstantView> constants = new ArrayList<>();
    Set<String> taken = new HashSet<>(Set.of("KNOWN_VALUES", "UNKNOWN"));
    for (JsonNode value : type.path("enum")) {
      if (!value.isNull()) {
        String name = unique(JavaNames.constant(value.asText()), taken);
        constants.add(new ConstantView(typeName, name, escaped(value.asText())));
      }
    }
    return constants;
  }

  private List<VariantView> variants(JsonNode type) {
    String key = type.path("x-tag").asText();
    List<VariantView> variants = new ArrayList<>();
    for (JsonNode variant : type.path("x-variants")) {
      String tag = escaped(variant.path("tag").asText());
      String start = start(variant, key, tag);
      variants.add(new VariantView(variants.size(), tag, simpleName(variant), start));
    }
    return variants;
  }

  private String start(JsonNode variant, String key, String tag) {
    for (MemberView member : members.of(types.path(simpleName(variant)))) {
      if (member.key().equals(escaped(key))) {
        String literal = "\"" + tag + "\"";
        String type = member.type().name();
        String value = type.equals("String") ? literal : type + ".of(" + literal + ")";
        return "." + member.name() + "(" + value + ")";
      }
    }
    return "";
  }

  private String supertypes(String name, JsonNode type) {
    Set<String> supertypes = new TreeSet<>(unionsByVariant.getOrDefault(name, Set.of()));
    type.path("x-implements").forEach(supertype -> supertypes.add(supertype.asText()));
    return supertypes.isEmpty() ? "" : " implements " + String.join(", ", supertypes);
  }

  /** The tag has an accessor on the union where every variant has it as a string. */
  private TagView tag(JsonNode type) {
    String key = type.path("x-tag").asText();
    boolean everywhere = !key.isEmpty();
    for (JsonNode variant : type.path("x-variants")) {
      JsonNode member = types.path(simpleName(variant)).path("properties").path(key);
      everywhere &= member.path("type").asText().equals("string");
    }
    return new TagView(escaped(key), everywhere ? JavaNames.member(key) : "");
  }

  private static String simpleName(JsonNode reference) {
    String ref = reference.path("$ref").asText();
    return ref.substring(ref.lastIndexOf('/') + 1);
  }

  static String unique(String wanted, Set<String> taken) {
    String name = wanted;
    for (int number = 2; !taken.add(name); number++) {
      name = wanted + "_" + number;
    }
    return name;
  }

  static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
