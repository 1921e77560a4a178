package dev.clerkbapi.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Documents;
import dev.clerkbapi.openapi.overlay.Overlay;
import dev.clerkbapi.openapi.overlay.Overlays;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON that other modules' tests are made of has no member that the models lack. */
class TestDataTest {
  private final ObjectNode bapi = Documents.read(Path.of("bapi.yml"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../sdk-ergonomic/src/test/resources/dev/clerkbapi/fixtures/user.json",
        "../sdk-generated/src/test/resources/dev/clerkbapi/model/large-user.json"
      })
  void user_hasNoMemberThatModelsLack(String file) {
    assertThat(lacking(Documents.read(Path.of(file)))).isEmpty();
  }

  @Test
  void memberThatModelsLack_isFound() {
    JsonNode user =
        Documents.parse(
            "user", "external_accounts: [{id: eac_1, new: 1}]\npublic_metadata: {a: 1}");
    assertThat(lacking(user)).containsExactly("User.external_accounts.new");
  }

  private List<String> lacking(JsonNode user) {
    Overlays.apply(bapi, Overlay.readAll(Path.of("overlays")));
    List<String> lacking = new ArrayList<>();
    look(user, List.of(bapi.at("/components/schemas/User")), "User", lacking);
    return lacking;
  }

  private void look(JsonNode value, List<JsonNode> schemas, String place, List<String> lacking) {
    List<JsonNode> parts = new ArrayList<>();
    schemas.forEach(schema -> collect(schema, parts));
    if (value.isArray()) {
      List<JsonNode> items = parts.stream().map(part -> part.path("items")).toList();
      value.forEach(element -> look(element, items, place, lacking));
    } else if (parts.stream().anyMatch(part -> part.has("properties"))) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        String at = place + "." + member.getKey();
        List<JsonNode> described =
            parts.stream()
                .map(part -> part.path("properties").path(member.getKey()))
                .filter(schema -> !schema.isMissingNode())
                .toList();
        if (described.isEmpty()) {
          lacking.add(at);
        }
        look(member.getValue(), described, at, lacking);
      }
    }
  }

  /** Adds the schema, and what it is composed of. */
  private void collect(JsonNode schema, List<JsonNode> parts) {
    parts.add(schema);
    if (schema.has("$ref")) {
      collect(bapi.at(schema.get("$ref").asText().substring(1)), parts);
    }
    for (String composition : List.of("allOf", "anyOf", "oneOf")) {
      schema.path(composition).forEach(part -> collect(part, parts));
    }
  }
}
