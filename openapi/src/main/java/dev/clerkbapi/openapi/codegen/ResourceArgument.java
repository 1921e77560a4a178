package dev.clerkbapi.openapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An argument as the ergonomic client takes it: bytes where the low-level interface takes OkHttp's
 * types.
 *
 * @param media the content type of a body that is no JSON; empty for any other argument
 */
record ResourceArgument(Argument argument, String name, String media) {
  private static final String OKHTTP_BODY = "RequestBody";
  private static final String BYTES = "byte[]";

  static ResourceArgument of(Argument argument, JsonNode operation) {
    boolean body = argument.annotation().startsWith("@Body");
    String media =
        operation.path("requestBody").path("content").fieldNames().hasNext() && body
            ? operation.path("requestBody").path("content").fieldNames().next()
            : "";
    boolean raw = argument.type().equals(OKHTTP_BODY);
    return new ResourceArgument(argument, body ? "request" : argument.name(), raw ? media : "");
  }

  String type() {
    return argument.type();
  }

  boolean canBeLeftOut() {
    return argument.canBeLeftOut();
  }

  /** A file in a multipart body. */
  boolean isFile() {
    return argument.isMadeOfOthers() && argument.parameters().get(0).type().equals(OKHTTP_BODY);
  }

  /** What callers pass. {@code typed}: with the content type of a file. */
  List<Argument.Parameter> parameters(boolean typed) {
    if (!media.isEmpty()) {
      return List.of(new Argument.Parameter(BYTES, name, argument.doc()));
    }
    if (!isFile()) {
      Argument.Parameter given = argument.parameters().get(0);
      return List.of(new Argument.Parameter(given.type(), name, given.doc()));
    }
    List<Argument.Parameter> parameters = new ArrayList<>();
    parameters.add(new Argument.Parameter(BYTES, name, argument.doc()));
    parameters.add(argument.parameters().get(1));
    if (typed) {
      parameters.add(
          new Argument.Parameter(
              "String",
              contentType(),
              "what the file is, such as `image/png`; without it, the end of the name tells"));
    }
    return parameters;
  }

  /** What the low-level interface gets. */
  String passed(boolean typed) {
    if (!media.isEmpty()) {
      return "Bodies.of(" + name + ", \"" + JavaText.escaped(media) + "\")";
    }
    if (!isFile()) {
      return name;
    }
    String fileName = argument.parameters().get(1).name();
    String body =
        typed
            ? "Bodies.of(" + name + ", " + contentType() + ")"
            : "Bodies.ofFile(" + name + ", " + fileName + ")";
    return body + ", " + fileName;
  }

  /** What stands in Javadoc where a lambda takes the argument's place. */
  String lambdaDoc() {
    return name.equals("request")
        ? "sets the members of the request on the builder that it is handed"
        : "sets optional parameters on the builder that it is handed";
  }

  private String contentType() {
    return name + "Type";
  }
}
