package dev.clerkbapi.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An operation of the published description. */
record PublishedOperation(PublishedApi api, String method, String path, JsonNode node) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

  String name() {
    return node.get("operationId").asText();
  }

  /** The schemas of the texts that are required: those of the path, then those of the query. */
  List<JsonNode> requiredTexts() {
    List<JsonNode> inPath =
        PLACEHOLDER
            .matcher(path)
            .results()
            .map(found -> parameter("path", found.group(1)).path("schema"))
            .toList();
    List<JsonNode> inQuery =
        parameters("query").stream()
            .filter(it -> it.path("required").asBoolean())
            .map(it -> it.path("schema"))
            .toList();
    return Stream.concat(inPath.stream(), inQuery.stream()).toList();
  }

  List<String> query() {
    return parameters("query").stream().map(it -> it.get("name").asText()).toList();
  }

  List<String> requiredQuery() {
    return parameters("query").stream()
        .filter(it -> it.path("required").asBoolean())
        .map(it -> it.get("name").asText())
        .toList();
  }

  private JsonNode parameter(String in, String name) {
    return parameters(in).stream()
        .filter(it -> it.get("name").asText().equals(name))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private List<JsonNode> parameters(String in) {
    return api.allResolved(node.path("parameters")).stream()
        .filter(it -> it.path("in").asText().equals(in))
        .toList();
  }

  /** The schema of a body of this type; missing if there is none. */
  JsonNode body(String contentType) {
    return api.resolved(node.path("requestBody")).path("content").path(contentType).path("schema");
  }

  /** The status of success. */
  int status() {
    return success().getKey();
  }

  /** The schema of a successful response; missing where it has no body. */
  JsonNode response() {
    return api.resolved(success().getValue())
        .path("content")
        .path("application/json")
        .path("schema");
  }

  private Map.Entry<Integer, JsonNode> success() {
    return Stream.of(200, 201, 202, 204)
        .filter(status -> node.path("responses").has(String.valueOf(status)))
        .map(status -> Map.entry(status, node.path("responses").get(String.valueOf(status))))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name() + " describes no success"));
  }

  @Override
  public String toString() {
    return name();
  }
}
