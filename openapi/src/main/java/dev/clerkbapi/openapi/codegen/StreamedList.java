package dev.clerkbapi.openapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.description.Extensions;
import dev.clerkbapi.openapi.rewrite.JavaNames;
import java.util.Optional;

/**
 * A list that comes in pages, each from an offset on.
 *
 * @param element the type of the elements
 * @param hasId whether elements have an ID by which they are told apart
 */
record StreamedList(String element, boolean hasId) {
  private static final String DOC =
      "Asks for page after page while the stream is read, and for the next ones ahead of that, see"
          + " `CallOptions.readAhead`. `limit` is the size of a page, 100 by default; `offset` is how"
          + " many elements to skip first. Close a stream that is not read to its end. What is"
          + " created or deleted meanwhile moves all that follows, so that an element may be missed;"
          + " none comes twice.";

  /** Empty where the operation has no such list. */
  static Optional<StreamedList> of(JsonNode operation, JsonNode types) {
    JsonNode members = types.path(operation.path(Extensions.PARAMS).asText()).path("properties");
    JsonNode list = operation.at("/responses/200/content").path("application/json").path("schema");
    String ref = list.path("items").path("$ref").asText();
    boolean paged = list.has(Extensions.PAGE) && members.has("limit") && members.has("offset");
    if (!paged || ref.isEmpty()) {
      return Optional.empty();
    }
    String element = ref.substring(ref.lastIndexOf('/') + 1);
    JsonNode id = types.path(element).path("properties").path("id");
    return Optional.of(new StreamedList(element, id.path("type").asText().equals("string")));
  }

  /** {@code getUserList} to {@code streamUserList}, {@code list} to {@code stream}. */
  String methodName(String listName) {
    return "stream" + JavaNames.capitalized(listName.replaceFirst("^(get|list)(?![a-z])", ""));
  }

  String streamType() {
    return "Stream<" + element + ">";
  }

  String doc() {
    return DOC;
  }

  /** {@code call}: the call without its last argument. */
  String statement(String call) {
    String page =
        "(limit, offset) -> "
            + call
            + "params.toBuilder().additionalParameter(\"limit\", limit)"
            + ".additionalParameter(\"offset\", offset).build())";
    String id = hasId ? ", " + element + "::id" : "";
    return "return PagedStream.of(client, params, " + page + id + ");";
  }
}
