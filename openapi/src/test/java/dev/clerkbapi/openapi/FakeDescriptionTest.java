package dev.clerkbapi.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Documents;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeDescriptionTest {
  private static final Path BAPI = Path.of("bapi.yml");
  private static final Path OVERLAYS = Path.of("overlays");

  @TempDir private Path folder;

  @Test
  void everyOperation_isThereWithWhatItTakesAndReturns_correctedAndWithoutProse()
      throws IOException {
    ObjectNode facts = Documents.read(BAPI);
    int operations = 0;
    for (JsonNode path : facts.path("paths")) {
      operations += path.size() - (path.has("parameters") ? 1 : 0);
    }
    Path target = folder.resolve("new/bapi.json");
    FakeDescription.write(facts, OVERLAYS, target);
    JsonNode written = Documents.MAPPER.readTree(target.toFile());
    assertThat(written.path("version")).isEqualTo(facts.at("/info/version"));
    assertThat(written.path("operations")).hasSize(operations);
    assertThat(written.findValues("parameters"))
        .allSatisfy(list -> assertThat(list).noneMatch(parameter -> parameter.has("$ref")));
    assertThat(written.findValuesAsText("summary")).isEmpty();

    JsonNode keys = operation(written, "getApiKeys");
    assertThat(keys.path("response").path("status").asInt()).isEqualTo(200);
    assertThat(keys.path("parameters"))
        .filteredOn(parameter -> parameter.path("name").asText().equals("limit"))
        .allSatisfy(limit -> assertThat(limit.at("/schema/type").asText()).isEqualTo("integer"));
    JsonNode logo = operation(written, "UploadOrganizationLogo");
    assertThat(logo.at("/body/type").asText()).isEqualTo("multipart/form-data");
    assertThat(logo.at("/response/schema/$ref").asText()).startsWith("#/components/schemas/");
  }

  private static JsonNode operation(JsonNode written, String id) {
    for (JsonNode operation : written.path("operations")) {
      if (operation.path("id").asText().equals(id)) {
        return operation;
      }
    }
    throw new AssertionError(id);
  }
}
