package dev.clerkbapi.openapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.description.Extensions;
import dev.clerkbapi.openapi.rewrite.JavaNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arguments of an operation's method: required parameters, the body, optional parameters. */
final class Arguments {
  private static final String MODEL = "dev.clerkbapi.model.";

  private final JsonNode types;
  private final JavaTypes javaTypes;
  private final Set<String> imports;
  private final Set<String> taken = new HashSet<>();
  private final List<Argument> arguments = new ArrayList<>();

  private Arguments(JsonNode types, Set<String> imports) {
    this.types = types;
    this.javaTypes = new JavaTypes(types);
    this.imports = imports;
  }

  /** Adds to {@code imports} the types that the arguments mention. */
  static List<Argument> of(JsonNode operation, JsonNode types, Set<String> imports) {
    Arguments made = new Arguments(types, imports);
    operation.path("parameters").forEach(made::parameter);
    JsonNode body = operation.path("requestBody");
    for (Map.Entry<String, JsonNode> media : body.path("content").properties()) {
      made.body(media.getKey(), media.getValue().path("schema"), body);
    }
    if (operation.has(Extensions.PARAMS)) {
      made.queryParams(operation.get(Extensions.PARAMS).asText());
    }
    return made.arguments;
  }

  private void parameter(JsonNode parameter) {
    String key = parameter.path("name").asText();
    String in = JavaNames.capitalized(parameter.path("in").asText());
    boolean cookie = in.equals("Cookie");
    imports.add("retrofit2.http." + (cookie ? "Header" : in));
    String annotation =
        cookie ? "@Header(\"Cookie\")" : "@" + in + "(\"" + JavaText.escaped(key) + "\")";
    boolean optional = !parameter.path("required").asBoolean() && !in.equals("Path");
    String type = mentioned(parameter.path("schema")).name();
    String doc =
        parameter.path("description").asText(parameter.path("schema").path("description").asText());
    String form = cookie ? " Written as `" + key + "=value`." : "";
    add(annotation, nullable(type, optional), name(key), doc + form, optional ? "null" : "");
  }

  private void body(String media, JsonNode schema, JsonNode body) {
    if (media.equals("multipart/form-data")) {
      schema
          .path(Extensions.PARTS)
          .properties()
          .forEach(part -> part(part.getKey(), part.getValue(), isRequired(schema, part.getKey())));
      return;
    }
    imports.add("retrofit2.http.Body");
    if (!media.contains("json")) {
      imports.add("okhttp3.RequestBody");
      add("@Body", "RequestBody", "body", "the request, as `" + media + "`", "");
      return;
    }
    JavaType type = mentioned(schema);
    String doc = schema.path("description").asText("what to send");
    add(
        "@Body" + Limits.annotation(schema),
        type.name(),
        "body",
        doc,
        emptyBody(type, body.path("required").asBoolean()));
  }

  /** Retrofit refuses to send no body, so an empty one is sent; where that is a valid request. */
  private String emptyBody(JavaType type, boolean required) {
    return switch (type.form()) {
      case MODEL ->
          types.path(type.name()).path(Extensions.KIND).asText().equals("model") && mayBeEmpty(type)
              ? type.name() + ".builder().build()"
              : "";
      case LIST -> "";
      default -> required ? "" : "java.util.Map.of()";
    };
  }

  private boolean mayBeEmpty(JavaType type) {
    JsonNode model = types.path(type.name());
    for (JsonNode name : model.path("required")) {
      if (!model.path("properties").path(name.asText()).path("nullable").asBoolean()) {
        return false;
      }
    }
    return true;
  }

  /** A caller passes the content of a file and its name; the name of the part is known. */
  private void part(String key, JsonNode part, boolean required) {
    imports.add("okhttp3.MultipartBody");
    imports.add("retrofit2.http.Part");
    String name = name(key);
    String doc = part.path("description").asText("the part named `" + key + "`");
    List<Argument.Parameter> parameters = new ArrayList<>();
    String form = "MultipartBody.Part.createFormData(\"" + JavaText.escaped(key) + "\", ";
    if (part.path("format").asText().equals("binary")) {
      imports.add("okhttp3.RequestBody");
      parameters.add(new Argument.Parameter("RequestBody", name, doc));
      parameters.add(
          new Argument.Parameter(
              "String", name + "Name", "what the file is called, such as `a.png`"));
      form += name + "Name, " + name + ")";
    } else {
      parameters.add(new Argument.Parameter(nullable("String", !required), name, doc));
      form += name + ")";
      form = required ? form : name + " == null ? null : " + form;
    }
    String type = nullable("MultipartBody.Part", !required);
    arguments.add(
        new Argument(
            "@Part", type, name, doc, required ? "" : "null", List.copyOf(parameters), form));
  }

  private static boolean isRequired(JsonNode schema, String part) {
    boolean file =
        schema.path(Extensions.PARTS).path(part).path("format").asText().equals("binary");
    for (JsonNode name : schema.path("required")) {
      file |= name.asText().equals(part);
    }
    return file; // An upload without its file is none, whatever the description says.
  }

  private void queryParams(String type) {
    imports.add(MODEL + type);
    imports.add("retrofit2.http.QueryMap");
    String none = type + ".builder().build()";
    add("@QueryMap", type, "params", "the optional query parameters", none);
  }

  private void add(String annotation, String type, String name, String doc, String filler) {
    arguments.add(Argument.plain(annotation, type, name, doc, filler));
  }

  private String name(String key) {
    return JavaText.unique(JavaNames.member(key), taken);
  }

  private String nullable(String type, boolean nullable) {
    if (nullable) {
      imports.add("org.jspecify.annotations.Nullable");
    }
    int simple = type.lastIndexOf('.') + 1; // A type use: it stands before the simple name.
    return nullable ? type.substring(0, simple) + "@Nullable " + type.substring(simple) : type;
  }

  private JavaType mentioned(JsonNode schema) {
    JavaType type = javaTypes.of(schema);
    imports.addAll(type.imports());
    type.models().forEach(model -> imports.add(MODEL + model));
    return type;
  }
}
