package dev.clerkbapi.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.description.Documents;
import dev.clerkbapi.openapi.overlay.Overlay;
import dev.clerkbapi.openapi.overlay.Overlays;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts that callers act on wrongly where the prose does not tell them. */
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
  void filterById_tellsOfTheSigns(String path, String filter) {
    for (JsonNode parameter : bapi.path("paths").path(path).path("get").path("parameters")) {
      if (parameter.path("name").asText().equals(filter)) {
        assertThat(parameter.path("description").asText()).contains("`-`");
        return;
      }
    }
    throw new AssertionError(path + " has no filter " + filter);
  }

  @Test
  void mergeOfMetadata_isToldToBeDeepAndHowKeysGo() {
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
  void idOfAnExternalAccount_isNotToldToUnlinkEachOfThem() {
    JsonNode members = bapi.at("/components/schemas/ExternalAccountWithVerification/properties");
    assertThat(members.at("/id/description").asText())
        .contains("google_account", "facebook_account", "`external_account_id`");
    assertThat(members.at("/external_account_id/description").asText()).contains("`id`");
  }
}
