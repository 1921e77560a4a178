package dev.clerkbapi.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.description.Documents;
import dev.clerkbapi.openapi.overlay.Overlay;
import dev.clerkbapi.openapi.overlay.Overlays;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts that callers need to act rightly, and the words in which prose gives them. */
class ProseTest {
  private static JsonNode bapi = Documents.MAPPER.missingNode();

  @BeforeAll
  static void applyOverlays() {
    var description = Documents.read(Path.of("bapi.yml"));
    Overlays.apply(description, Overlay.readAll(Path.of("overlays")));
    bapi = description;
  }

  /** The filters whose IDs Clerk documents to take a sign: {@code -5} is everybody but 5. */
  @ParameterizedTest
  @CsvSource({
    "/users, external_id",
    "/users, user_id",
    "/users, organization_id",
    "/users/count, external_id",
    "/users/count, user_id",
    "/users/count, organization_id",
    "/organizations, user_id",
    "/organizations, organization_id",
    "/organizations/{organization_id}/memberships, user_id",
    "/saml_connections, organization_id"
  })
  void filterById_describesTheSigns(String path, String filter) {
    for (JsonNode parameter : bapi.path("paths").path(path).path("get").path("parameters")) {
      if (parameter.path("name").asText().equals(filter)) {
        assertThat(parameter.path("description").asText()).contains("`-`");
        return;
      }
    }
    throw new AssertionError(path + " has no filter " + filter);
  }

  @Test
  void mergeOfMetadata_isDescribedAsDeepWithRemovalOfKeys() {
    int merges = 0;
    for (Map.Entry<String, JsonNode> path : bapi.path("paths").properties()) {
      if (path.getKey().endsWith("/metadata") && path.getValue().has("patch")) {
        merges++;
        assertThat(path.getValue().at("/patch/description").asText())
            .as(path.getKey())
            .contains("deep", "A key whose value is null is removed", "level");
      }
    }
    assertThat(merges).isEqualTo(3);
  }

  @Test
  void idOfAnExternalAccount_isNotDescribedAsUnlinkingEachOfThem() {
    JsonNode members = bapi.at("/components/schemas/ExternalAccountWithVerification/properties");
    assertThat(members.at("/id/description").asText())
        .contains("google_account", "facebook_account", "`external_account_id`");
    assertThat(members.at("/external_account_id/description").asText()).contains("`id`");
  }

  /** One word for one thing: a response, a default, something that expires. */
  @Test
  void prose_usesTheWordsOfTheField() throws Exception {
    Pattern others = Pattern.compile("\\b(answers?|told|tells|lapses?|when left out)\\b");
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("overlays"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        others
            .matcher(Files.readString(file))
            .results()
            .forEach(it -> found.add(file + ": " + it.group()));
      }
    }
    assertThat(found).isEmpty();
  }
}
