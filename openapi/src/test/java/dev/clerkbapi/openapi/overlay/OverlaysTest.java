package dev.clerkbapi.openapi.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.BadDocumentException;
import dev.clerkbapi.openapi.description.Documents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlaysTest {
  @TempDir Path folder;

  private final ObjectNode description =
      Documents.parse(
          "test",
          """
          paths:
            /users:
              get:
                parameters:
                  - {name: limit, in: query}
                  - {$ref: '#/components/parameters/Offset'}
          components:
            schemas:
              User:
                properties:
                  id: {type: string}
                  scim: {$ref: '#/components/schemas/Scim'}
          """);

  private List<String> apply(String actions) throws Exception {
    Files.writeString(
        folder.resolve("test.yml"),
        "overlay: 1.0.0\ninfo: {title: t, version: 1.0.0}\nactions:\n" + actions);
    return Overlays.apply(description, Overlay.readAll(folder));
  }

  @Test
  void update_mergesMappingsAndReplacesTheRest() throws Exception {
    assertThat(
            apply(
                "- target: $.components.schemas['User'].properties.id\n  update: {type: integer, format: int64}"))
        .isEmpty();
    assertThat(description.at("/components/schemas/User/properties/id").toString())
        .isEqualTo("{\"type\":\"integer\",\"format\":\"int64\"}");
  }

  @Test
  void filter_findsAParameterByName() throws Exception {
    assertThat(
            apply(
                "- target: $.paths['/users'].get.parameters[?(@.name=='limit')]\n  update: {description: How many.}"))
        .isEmpty();
    assertThat(description.at("/paths/~1users/get/parameters/0/description").asText())
        .isEqualTo("How many.");
  }

  @Test
  void remove_takesTheTargetAway() throws Exception {
    assertThat(apply("- {target: \"$.paths['/users'].get.parameters[1]\", remove: true}"))
        .isEmpty();
    assertThat(description.at("/paths/~1users/get/parameters")).hasSize(1);
  }

  @Test
  void proseOnAReference_isKeptBesideIt() throws Exception {
    apply(
        "- target: $.components.schemas['User']\n  update: {properties: {scim: {description: Who.}}}");
    assertThat(description.at("/components/schemas/User/properties/scim").toString())
        .isEqualTo(
            "{\"allOf\":[{\"$ref\":\"#/components/schemas/Scim\"}],\"description\":\"Who.\"}");
  }

  @Test
  void targetWithoutMatch_isReported() throws Exception {
    assertThat(apply("- target: $.components.schemas['Gone']\n  update: {description: x}"))
        .containsExactly("test.yml: $.components.schemas['Gone']");
  }

  @Test
  void proseForAMemberThatIsGone_isReportedAndMakesNone() throws Exception {
    assertThat(
            apply(
                "- target: $.components.schemas['User']\n  update: {properties: {gone: {description: x}}}"))
        .containsExactly("test.yml: $.components.schemas['User'].properties.gone");
    assertThat(description.at("/components/schemas/User/properties").has("gone")).isFalse();
  }

  @Test
  void actionWithoutTarget_isRefused() {
    assertThatThrownBy(() -> apply("- update: {a: b}"))
        .isInstanceOf(BadDocumentException.class)
        .hasMessageContaining("test.yml");
  }
}
