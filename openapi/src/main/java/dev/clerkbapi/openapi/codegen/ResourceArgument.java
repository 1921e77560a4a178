package dev.clerkbapi.openapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
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

  /** How callers pass a file. */
  enum FileForm {
    UPLOAD,
    BYTES_AND_NAME,
    BYTES_NAME_AND_TYPE
  }

  /** What callers pass. */
  List<Argument.Parameter> parameters(FileForm form) {
    if (!media.isEmpty()) {
      return List.of(new Argument.Parameter(BYTES, name, argument.doc()));
    }
    Argument.Parameter given = argument.parameters().get(0);
    if (!isFile()) {
      return List.of(new Argument.Parameter(given.type(), name, given.doc()));
    }
    Argument.Parameter fileName = argument.parameters().get(1);
    Argument.Parameter bytes = new Argument.Parameter(BYTES, name, argument.doc());
    return switch (form) {
      case UPLOAD ->
          List.of(
              new Argument.Parameter(
                  "Upload",
                  name,
                  argument.doc().replaceFirst("\\.$", "") + ", such as `Upload.of(path)`."));
      case BYTES_AND_NAME -> List.of(bytes, fileName);
      case BYTES_NAME_AND_TYPE ->
          List.of(
              bytes,
              fileName,
              new Argument.Parameter(
                  "String", contentType(), "what the file is, such as `image/png`"));
    };
  }

  /** What the low-level interface gets. */
  String passed(FileForm form) {
    if (!media.isEmpty()) {
      return "Bodies.of(" + name + ", \"" + JavaText.escaped(media) + "\")";
    }
    if (!isFile()) {
      return name;
    }
    String fileName = argument.parameters().get(1).name();
    String upload = "Upload.of(" + name + ", " + fileName + ")";
    return switch (form) {
      case UPLOAD -> name + ".body(), " + name + ".fileName()";
      case BYTES_AND_NAME -> upload + ".body(), " + fileName;
      case BYTES_NAME_AND_TYPE ->
          upload + ".contentType(" + contentType() + ").body(), " + fileName;
    };
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
