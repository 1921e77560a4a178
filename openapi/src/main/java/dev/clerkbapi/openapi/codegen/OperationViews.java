package dev.clerkbapi.openapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.codegen.OperationView.ShortcutView;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes the view of each operation of a rewritten description. */
final class OperationViews {
  private static final String MODEL = "dev.clerkbapi.model.";

  private final JsonNode types;
  private final JavaTypes javaTypes;

  OperationViews(JsonNode types) {
    this.types = types;
    this.javaTypes = new JavaTypes(types);
  }

  OperationView of(String method, String path, JsonNode operation) {
    Set<String> imports = new TreeSet<>(Set.of("retrofit2.Call"));
    List<Argument> arguments = Arguments.of(operation, types, imports);
    return new OperationView(
        operation.path("operationId").asText(),
        doc(operation, arguments),
        annotations(method.toUpperCase(Locale.ROOT), path, operation, imports),
        response(operation, imports),
        arguments.stream().map(Argument::declared).collect(Collectors.joining(", ")),
        shortcuts(operation, arguments),
        imports);
  }

  private static String annotations(
      String method, String path, JsonNode operation, Set<String> imports) {
    List<String> annotations = new ArrayList<>();
    if (operation.path("deprecated").asBoolean()) {
      annotations.add("@Deprecated");
    }
    if (operation.has(Extensions.IDEMPOTENT)) {
      annotations.add(
          operation.get(Extensions.IDEMPOTENT).asBoolean() ? "@Idempotent" : "@Idempotent(false)");
    }
    if (operation.path(Extensions.MACHINE_KEY).asBoolean()) {
      annotations.add("@MachineKey");
    }
    if (operation.path("requestBody").path("content").has("multipart/form-data")) {
      annotations.add("@Multipart");
      imports.add("retrofit2.http.Multipart");
    }
    String query =
        operation.has(Extensions.QUERY) ? "?" + operation.get(Extensions.QUERY).asText() : "";
    String target = "\"" + path.substring(1) + query + "\"";
    annotations.add(route(method, target, operation.has("requestBody"), imports));
    return "  " + String.join("\n  ", annotations) + "\n";
  }

  private static String route(String method, String target, boolean hasBody, Set<String> imports) {
    if (hasBody && Set.of("DELETE", "GET", "HEAD", "OPTIONS").contains(method)) {
      imports.add("retrofit2.http.HTTP");
      return "@HTTP(method = \"" + method + "\", path = " + target + ", hasBody = true)";
    }
    imports.add("retrofit2.http." + method);
    return "@" + method + "(" + target + ")";
  }

  /** The type of what the call returns; {@code Void} for nothing. */
  String response(JsonNode operation, Set<String> imports) {
    for (Map.Entry<String, JsonNode> media :
        operation.path("responses").path("200").path("content").properties()) {
      if (!media.getKey().contains("json")) {
        imports.add("okhttp3.ResponseBody");
        return "ResponseBody";
      }
      JavaType type = javaTypes.of(media.getValue().path("schema"));
      imports.addAll(type.imports());
      type.models().forEach(model -> imports.add(MODEL + model));
      return type.name();
    }
    return "Void";
  }

  private static String doc(JsonNode operation, List<Argument> arguments) {
    Javadoc doc =
        Javadoc.of(operation.path("summary").asText())
            .paragraph(operation.path("description").asText());
    arguments.forEach(argument -> doc.tag("@param " + argument.name(), argument.doc()));
    if (operation.path("deprecated").asBoolean()) {
      doc.deprecated();
    }
    return doc.render("  ");
  }

  /**
   * The method without its optional last arguments, so that an operation which gains the first one
   * keeps the old method; and with all of them, where callers pass something else.
   */
  private static List<ShortcutView> shortcuts(JsonNode operation, List<Argument> arguments) {
    List<ShortcutView> shortcuts = new ArrayList<>();
    if (arguments.stream().anyMatch(Argument::isMadeOfOthers)) {
      shortcuts.add(shortcut(operation, arguments, arguments.size()));
    }
    for (int kept = arguments.size() - 1; kept >= 0; kept--) {
      if (!arguments.get(kept).canBeLeftOut()) {
        break;
      }
      shortcuts.add(shortcut(operation, arguments, kept));
    }
    return shortcuts;
  }

  private static ShortcutView shortcut(JsonNode operation, List<Argument> arguments, int kept) {
    List<Argument.Parameter> parameters =
        arguments.subList(0, kept).stream().flatMap(it -> it.parameters().stream()).toList();
    List<String> call = new ArrayList<>();
    arguments.subList(0, kept).forEach(it -> call.add(it.expression()));
    arguments.subList(kept, arguments.size()).forEach(it -> call.add(it.filler()));
    Javadoc doc = Javadoc.of(operation.path("summary").asText());
    parameters.forEach(it -> doc.tag("@param " + it.name(), it.doc()));
    boolean deprecated = operation.path("deprecated").asBoolean();
    if (deprecated) {
      doc.deprecated();
    }
    return new ShortcutView(
        doc.render("  "),
        deprecated,
        parameters.stream()
            .map(it -> it.type() + " " + it.name())
            .collect(Collectors.joining(", ")),
        String.join(", ", call));
  }
}
