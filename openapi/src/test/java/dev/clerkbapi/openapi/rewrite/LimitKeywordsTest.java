package dev.clerkbapi.openapi.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.Prepare;
import dev.clerkbapi.openapi.description.Documents;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What becomes of the limits of schemas. */
class LimitKeywordsTest {
  private static final List<String> KEYWORDS =
      List.of("minimum", "maximum", "minItems", "maxItems", "minLength", "maxLength");

  private static JsonNode types(String members, String others) {
    String operation =
        """
          /%1$s:
            post:
              operationId: Send%1$s
              tags: [T]
              requestBody:
                content:
                  application/json:
                    schema: {type: object, properties: {one: {type: object, properties: {%2$s}}}}
              responses: {'204': {description: ''}}
        """;
    String description =
        "openapi: 3.0.3\ninfo: {title: t, version: '1'}\n"
            + "x-names: {SendaRequest.one: One, SendbRequest.one: One}\npaths:\n"
            + String.format(operation, "a", members)
            + String.format(operation, "b", others);
    return Rewriter.rewrite(Documents.parse("limits", description))
        .description()
        .at("/components/schemas/One/properties");
  }

  private static JsonNode member(String schema, String other) {
    return types("m: " + schema, "m: " + other).path("m");
  }

  @Test
  void exclusiveMinimum_isTheNextWholeNumber() {
    String schema = "{type: integer, minimum: 0, maximum: 9, exclusiveMinimum: true}";
    assertThat(member(schema, schema).toString()).contains("\"minimum\":1", "\"maximum\":9");
  }

  @Test
  void limitThatDiffers_isTheWider() {
    JsonNode use =
        member(
            "{type: integer, minimum: 2, maximum: 9}", "{type: integer, minimum: 1, maximum: 5}");
    assertThat(use.toString()).contains("\"minimum\":1", "\"maximum\":9");
  }

  @Test
  void limitOfOnePositionOnly_isNone() {
    assertThat(member("{type: string, maxLength: 3}", "{type: string}").has("maxLength")).isFalse();
    assertThat(member("{type: string}", "{type: string, maxLength: 3}").has("maxLength")).isFalse();
    assertThat(
            member(
                    "{type: array, items: {type: string, minLength: 1}}",
                    "{type: array, items: {type: string}}")
                .path("items")
                .has("minLength"))
        .isFalse();
  }

  /** By operation: as many limits in the prepared description as in the published one. */
  @Test
  void limitOfARequest_isKept() {
    ObjectNode bapi = Documents.read(Path.of("bapi.yml"));
    JsonNode prepared = Prepare.result(bapi, Path.of("overlays")).description();
    Map<String, Integer> met = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : bapi.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        JsonNode body = operation.getValue().path("requestBody");
        JsonNode rewritten =
            prepared.path("paths").path(path.getKey()).path(operation.getKey()).path("requestBody");
        for (String keyword : KEYWORDS) {
          int given = body.findValues(keyword).size();
          met.merge(keyword, given, Integer::sum);
          assertThat(limits(rewritten, keyword, prepared))
              .as(path.getKey() + " " + keyword)
              .isEqualTo(given);
        }
      }
    }
    assertThat(met).allSatisfy((keyword, count) -> assertThat(count).isPositive());
  }

  private static int limits(JsonNode node, String keyword, JsonNode prepared) {
    int count = node.path(keyword).isNumber() ? 1 : 0;
    String ref = node.path("$ref").asText();
    if (!ref.isEmpty()) {
      count += limits(prepared.at(ref.substring(1)), keyword, prepared);
    }
    for (JsonNode child : node) {
      count += limits(child, keyword, prepared);
    }
    return count;
  }
}
