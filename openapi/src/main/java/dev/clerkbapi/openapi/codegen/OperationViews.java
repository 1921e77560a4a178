package dev.clerkbapi.openapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.codegen.OperationView.ShortcutView;
import dev.clerkbapi.openapi.rewrite.JavaNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes the view of each operation of a rewritten description. */
final class OperationViews {
  private static final String MODEL = "dev.clerkbapi.model.";
  private static final String DEPRECATED = "Clerk means to take it away.";

  private final JavaTypes javaTypes;

  OperationViews(JsonNode types) {
    this.javaTypes = new JavaTypes(types);
  }

  /**
   * An argument of the method; {@code filler} stands for it where it is left out, empty where it
   * cannot be.
   */
  private record Argument(String annotation, String type, String name, String doc, String filler) {}

  OperationView of(String method, String path, JsonNode operation) {
    Set<String> imports = new TreeSet<>(Set.of("retrofit2.Call"));
    List<Argument> arguments = arguments(operation, imports);
    boolean multipart = operation.path("requestBody").path("content").has("multipart/form-data");
    boolean hasBody = !operation.path("requestBody").isMissingNode();
    List<String> annotations = new ArrayList<>();
    if (operation.path("deprecated").asBoolean()) {
      annotations.add("@Deprecated");
    }
    if (operation.has("x-idempotent")) {
      annotations.add(
          operation.get("x-idempotent").asBoolean() ? "@Idempotent" : "@Idempotent(false)");
    }
    if (multipart) {
      annotations.add("@Multipart");
      imports.add("retrofit2.http.Multipart");
    }
    annotations.add(route(method.toUpperCase(Locale.ROOT), path, hasBody, imports));
    return new OperationView(
        operation.path("operationId").asText(),
        doc(operation, arguments),
        "  " + String.join("\n  ", annotations) + "\n",
        answer(operation, imports),
        declared(arguments),
        shortcuts(operation, arguments),
        imports);
  }

  private static String route(String method, String path, boolean hasBody, Set<String> imports) {
    String relative = "\"" + path.substring(1) + "\"";
    if (hasBody && Set.of("DELETE", "GET", "HEAD", "OPTIONS").contains(method)) {
      imports.add("retrofit2.http.HTTP");
      return "@HTTP(method = \"" + method + "\", path = " + relative + ", hasBody = true)";
    }
    imports.add("retrofit2.http." + method);
    return "@" + method + "(" + relative + ")";
  }

  private List<Argument> arguments(JsonNode operation, Set<String> imports) {
    List<Argument> arguments = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (JsonNode parameter : operation.path("parameters")) {
      arguments.add(parameter(parameter, taken, imports));
    }
    arguments.addAll(body(operation.path("requestBody"), imports));
    if (operation.has("x-params")) {
      String type = operation.get("x-params").asText();
      imports.add(MODEL + type);
      imports.add("retrofit2.http.QueryMap");
      arguments.add(
          new Argument(
              "@QueryMap",
              type,
              "params",
              "the optional query parameters",
              type + ".builder().build()"));
    }
    return arguments;
  }

  private Argument parameter(JsonNode parameter, Set<String> taken, Set<String> imports) {
    String key = parameter.path("name").asText();
    String in = JavaNames.capitalized(parameter.path("in").asText());
    JavaType type = javaTypes.of(parameter.path("schema"));
    addImports(type, imports);
    imports.add("retrofit2.http." + (in.equals("Cookie") ? "Header" : in));
    String annotation =
        in.equals("Cookie")
            ? "@Header(\"Cookie\")"
            : "@" + in + "(\"" + ModelViews.escaped(key) + "\")";
    boolean optional = !parameter.path("required").asBoolean() && !in.equals("Path");
    String declared = optional ? "@Nullable " + type.name() : type.name();
    if (optional) {
      imports.add("org.jspecify.annotations.Nullable");
    }
    String name = ModelViews.unique(JavaNames.member(key), taken);
    String doc =
        parameter.path("description").asText(parameter.path("schema").path("description").asText());
    String form = in.equals("Cookie") ? " Written as `" + key + "=value`." : "";
    return new Argument(annotation, declared, name, doc + form, optional ? "null" : "");
  }

  private List<Argument> body(JsonNode body, Set<String> imports) {
    List<Argument> arguments = new ArrayList<>();
    for (Map.Entry<String, JsonNode> media : body.path("content").properties()) {
      JsonNode schema = media.getValue().path("schema");
      if (media.getKey().equals("multipart/form-data")) {
        imports.add("okhttp3.MultipartBody");
        imports.add("retrofit2.http.Part");
        schema
            .path("x-parts")
            .properties()
            .forEach(
                part ->
                    arguments.add(
                        new Argument(
                            "@Part",
                            "MultipartBody.Part",
                            JavaNames.member(part.getKey()),
                            part.getValue()
                                .path("description")
                                .asText("the part named `" + part.getKey() + "`"),
                            "")));
      } else {
        arguments.add(jsonBody(media.getKey(), schema, body.path("required").asBoolean(), imports));
      }
    }
    return arguments;
  }

  private Argument jsonBody(String media, JsonNode schema, boolean required, Set<String> imports) {
    imports.add("retrofit2.http.Body");
    if (!media.contains("json")) {
      imports.add("okhttp3.RequestBody");
      return new Argument("@Body", "RequestBody", "body", "the request, as `" + media + "`", "");
    }
    JavaType type = javaTypes.of(schema);
    addImports(type, imports);
    String filler =
        switch (type.form()) {
          case MODEL -> type.name() + ".builder().build()";
          case LIST -> "List.of()";
          default -> "java.util.Map.of()";
        };
    String doc = schema.path("description").asText("what to send");
    return new Argument("@Body", type.name(), "body", doc, required ? "" : filler);
  }

  private String answer(JsonNode operation, Set<String> imports) {
    for (Map.Entry<String, JsonNode> media :
        operation.path("responses").path("200").path("content").properties()) {
      if (!media.getKey().contains("json")) {
        imports.add("okhttp3.ResponseBody");
        return "ResponseBody";
      }
      JavaType type = javaTypes.of(media.getValue().path("schema"));
      addImports(type, imports);
      return type.name();
    }
    return "Void";
  }

  private static void addImports(JavaType type, Set<String> imports) {
    imports.addAll(type.imports());
    type.models().forEach(model -> imports.add(MODEL + model));
  }

  private static String doc(JsonNode operation, List<Argument> arguments) {
    Javadoc doc =
        Javadoc.of(operation.path("summary").asText())
            .paragraph(operation.path("description").asText());
    arguments.forEach(argument -> doc.tag("@param " + argument.name(), argument.doc()));
    if (operation.path("deprecated").asBoolean()) {
      doc.tag("@deprecated", DEPRECATED);
    }
    return doc.render("  ");
  }

  /**
   * The method without its optional last arguments, so that an operation which gains the first one
   * keeps the old method.
   */
  private static List<ShortcutView> shortcuts(JsonNode operation, List<Argument> arguments) {
    List<ShortcutView> shortcuts = new ArrayList<>();
    for (int kept = arguments.size() - 1;
        kept >= 0 && !arguments.get(kept).filler().isEmpty();
        kept--) {
      List<Argument> given = arguments.subList(0, kept);
      List<String> call = new ArrayList<>();
      given.forEach(argument -> call.add(argument.name()));
      arguments.subList(kept, arguments.size()).forEach(argument -> call.add(argument.filler()));
      Javadoc doc = Javadoc.of(operation.path("summary").asText());
      given.forEach(argument -> doc.tag("@param " + argument.name(), argument.doc()));
      boolean deprecated = operation.path("deprecated").asBoolean();
      if (deprecated) {
        doc.tag("@deprecated", DEPRECATED);
      }
      shortcuts.add(
          new ShortcutView(
              doc.render("  "),
              deprecated ? "  @Deprecated\n" : "",
              plain(given),
              String.join(", ", call)));
    }
    return shortcuts;
  }

  private static String declared(List<Argument> arguments) {
    List<String> declared = new ArrayList<>();
    arguments.forEach(it -> declared.add(it.annotation() + " " + it.type() + " " + it.name()));
    return String.join(", ", declared);
  }

  private static String plain(List<Argument> arguments) {
    List<String> declared = new ArrayList<>();
    arguments.forEach(it -> declared.add(it.type() + " " + it.name()));
    return String.join(", ", declared);
  }
}
