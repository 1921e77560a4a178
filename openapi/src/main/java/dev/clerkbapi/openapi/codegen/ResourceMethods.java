package dev.clerkbapi.openapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.codegen.ResourceArgument.FileForm;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The methods of one operation in the ergonomic client: with all arguments, without the optional
 * last ones, with a lambda that fills in the last one, and as a stream of all pages.
 */
final class ResourceMethods {
  /** For operations without a file. */
  private static final List<FileForm> ANY = List.of(FileForm.UPLOAD);

  private final JsonNode types;
  private final JsonNode operation;
  private final String api;
  private final String returned;
  private final List<ResourceArgument> arguments = new ArrayList<>();

  private ResourceMethods(JsonNode operation, JsonNode types, String api, Set<String> imports) {
    this.types = types;
    this.operation = operation;
    this.api = api;
    this.returned = new OperationViews(types).response(operation, imports);
    for (Argument argument : Arguments.of(operation, types, imports)) {
      arguments.add(ResourceArgument.of(argument, operation));
    }
    imports.add("java.util.function.Consumer");
    imports.add("java.util.stream.Stream");
    imports.add("dev.clerkbapi.api." + api);
  }

  /** Adds to {@code imports} the types that the methods mention. */
  static List<MethodView> of(JsonNode operation, JsonNode types, String api, Set<String> imports) {
    return new ResourceMethods(operation, types, api, imports).all();
  }

  private List<MethodView> all() {
    List<MethodView> methods = new ArrayList<>();
    boolean upload = arguments.stream().anyMatch(ResourceArgument::isFile);
    int all = arguments.size();
    int required = all;
    while (required > 0 && arguments.get(required - 1).canBeLeftOut()) {
      required--;
    }
    for (FileForm form : upload ? List.of(FileForm.UPLOAD, FileForm.BYTES_NAME_AND_TYPE) : ANY) {
      for (int kept = all; kept >= required; kept--) {
        methods.add(direct(kept, form));
      }
    }
    if (upload) {
      methods.add(direct(required, FileForm.BYTES_AND_NAME));
    }
    if (!arguments.isEmpty() && hasBuilder(arguments.get(arguments.size() - 1))) {
      methods.add(withLambda(name(), type()));
    }
    streamed().ifPresent(it -> methods.addAll(streams(it)));
    return methods;
  }

  private Optional<StreamedList> streamed() {
    return StreamedList.of(operation, types);
  }

  private List<MethodView> streams(StreamedList list) {
    String name = list.methodName(name());
    String type = list.streamType();
    List<ResourceArgument> required = arguments.subList(0, arguments.size() - 1);
    String passed = required.stream().map(it -> it.name() + ", ").collect(Collectors.joining());
    String call = "client.api(" + api + ".class)." + operation.path("operationId").asText();
    String params = arguments.get(arguments.size() - 1).type();
    return List.of(
        method(
            name,
            type,
            list.doc(),
            parameters(arguments),
            List.of(list.statement(call + "(" + passed))),
        method(
            name,
            type,
            "",
            parameters(required),
            List.of("return " + name + "(" + passed + params + ".builder().build());")),
        withLambda(name, type));
  }

  private static List<Argument.Parameter> parameters(List<ResourceArgument> given) {
    return given.stream().flatMap(it -> it.parameters(FileForm.UPLOAD).stream()).toList();
  }

  private boolean hasBuilder(ResourceArgument argument) {
    String kind = types.path(argument.type()).path(Extensions.KIND).asText();
    return kind.equals("params") || kind.equals("model");
  }

  /** Calls the operation with some of the arguments. */
  private MethodView direct(int kept, FileForm form) {
    List<ResourceArgument> given = arguments.subList(0, kept);
    List<Argument.Parameter> parameters =
        given.stream().flatMap(it -> it.parameters(form).stream()).toList();
    String passed = given.stream().map(it -> it.passed(form)).collect(Collectors.joining(", "));
    String call =
        "client.call(client.api("
            + api
            + ".class)."
            + operation.path("operationId").asText()
            + "("
            + passed
            + "))";
    String more = kept == arguments.size() ? operation.path("description").asText() : "";
    return method(name(), type(), more, parameters, List.of(returning(call)));
  }

  private String returning(String call) {
    return switch (returned) {
      case "Void" -> call + ";";
      case "ResponseBody" -> "return Bodies.text(" + call + ");";
      default -> "return " + call + ";";
    };
  }

  private MethodView withLambda(String name, String type) {
    ResourceArgument last = arguments.get(arguments.size() - 1);
    List<ResourceArgument> others = arguments.subList(0, arguments.size() - 1);
    List<Argument.Parameter> parameters = new ArrayList<>(parameters(others));
    String consumer = "Consumer<" + last.type() + ".Builder>";
    parameters.add(new Argument.Parameter(consumer, last.name(), last.lambdaDoc()));
    String passed = others.stream().map(it -> it.name() + ", ").collect(Collectors.joining());
    String call = name + "(" + passed + "builder.build())";
    return method(
        name,
        type,
        "",
        parameters,
        List.of(
            last.type() + ".Builder builder = " + last.type() + ".builder();",
            last.name() + ".accept(builder);",
            type.equals("void") ? call + ";" : "return " + call + ";"));
  }

  /** {@code more}: what the Javadoc says behind the summary. */
  private MethodView method(
      String name,
      String type,
      String more,
      List<Argument.Parameter> parameters,
      List<String> lines) {
    Javadoc doc = Javadoc.of(operation.path("summary").asText()).paragraph(more);
    parameters.forEach(it -> doc.tag("@param " + it.name(), it.doc()));
    if (!type.startsWith("Stream<")) { // A stream throws when it is read.
      Throws.addTo(doc, operation);
    }
    boolean deprecated = operation.path("deprecated").asBoolean();
    if (deprecated) {
      doc.deprecated();
    }
    String declared =
        parameters.stream()
            .map(it -> it.type() + " " + it.name())
            .collect(Collectors.joining(", "));
    return new MethodView(name, doc.render("  "), deprecated, type, declared, lines);
  }

  private String name() {
    return operation.path(Extensions.METHOD).asText();
  }

  private String type() {
    return switch (returned) {
      case "Void" -> "void";
      case "ResponseBody" -> "String";
      default -> returned;
    };
  }
}
