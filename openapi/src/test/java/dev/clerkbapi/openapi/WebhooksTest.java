package dev.clerkbapi.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Description;
import dev.clerkbapi.openapi.description.Documents;
import dev.clerkbapi.openapi.rewrite.WebhookRewriter;
import dev.clerkbapi.openapi.update.Todo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for the description of webhooks that this repository carries. */
class WebhooksTest {
  private static final Path WEBHOOKS = Path.of("webhooks.yml");
  private static final Path OVERLAYS = Path.of("overlays");

  private static JsonNode bapi = Documents.MAPPER.missingNode();
  private static WebhookRewriter.Result prepared;

  @BeforeAll
  static void prepare() {
    bapi = Prepare.result(Documents.read(Path.of("bapi.yml")), OVERLAYS).description();
    prepared = PrepareWebhooks.result(Documents.read(WEBHOOKS), bapi, OVERLAYS);
  }

  @Test
  void webhooks_holdFactsOnlyAsTheImportWritesThem() throws Exception {
    assertThat(Documents.toYaml(Description.facts(WEBHOOKS))).isEqualTo(Files.readString(WEBHOOKS));
  }

  /** After an update this fails with the to-do list of its report, until it is done. */
  @Test
  void everyEventTypeAndMember_hasProse() {
    assertThat(prepared.notes()).isEmpty();
    assertThat(Todo.of(prepared.description())).isEmpty();
  }

  @Test
  void events_areVariantsOfOneUnion() {
    JsonNode union = prepared.description().at("/components/schemas/WebhookEvent");
    assertThat(union.path("x-variants")).hasSize(46);
    assertThat(union.path("x-variants").findValuesAsText("tag"))
        .contains("user.created", "subscriptionItem.created", "session.pending");
  }

  /** Of its 63 schemas 38 are BAPI's, and two are only parts of others: envelope and session. */
  @Test
  void equalSchemas_areBapis() {
    List<String> own = new ArrayList<>();
    List<String> shared = new ArrayList<>();
    JsonNode types = prepared.description().at("/components/schemas");
    Documents.read(WEBHOOKS)
        .at("/components/schemas")
        .fieldNames()
        .forEachRemaining(name -> (types.has(name) ? own : shared).add(name));
    assertThat(own).hasSize(23).doesNotContain("User").contains("SessionEventPayload");
    assertThat(shared).hasSize(38 + 2).contains("User", "Session", "WebhookEventPayload", "Role");
    assertThat(prepared.apart()).isEmpty();
  }

  @Test
  void memberThatBapiLacks_makesATypeOfItsOwnAndOfAllThatContainIt() {
    ObjectNode webhooks = Documents.read(WEBHOOKS);
    ((ObjectNode) webhooks.at("/components/schemas/EmailAddress/properties"))
        .putObject("brand_new")
        .put("type", "string");
    WebhookRewriter.Result changed = PrepareWebhooks.result(webhooks, bapi, OVERLAYS);
    assertThat(changed.apart()).contains("EmailAddress", "User").doesNotContain("PhoneNumber");
    JsonNode user = changed.description().at("/components/schemas/User");
    assertThat(user.has("x-implements") || user.has("x-received-at")).isFalse();
    assertThat(changed.description().at("/components/schemas/User/properties/phone_numbers/items"))
        .isEqualTo(Documents.parse("use", "{type: object, x-shared: PhoneNumber}"));
    assertThat(changed.description().at("/components/schemas/UserCreated/properties/data/$ref"))
        .isEqualTo(Documents.MAPPER.getNodeFactory().textNode("#/components/schemas/User"));
  }

  @Test
  void valueThatBapiLacks_makesATypeOfItsOwn_oneThatOnlyBapiHasDoesNot() {
    ObjectNode more = Documents.read(WEBHOOKS);
    more.withArray("/components/schemas/WaitlistEntry/properties/status/enum").add("brand_new");
    assertThat(PrepareWebhooks.result(more, bapi, OVERLAYS).apart()).contains("WaitlistEntry");
    ObjectNode fewer = Documents.read(WEBHOOKS);
    fewer.withArray("/components/schemas/WaitlistEntry/properties/status/enum").remove(0);
    assertThat(PrepareWebhooks.result(fewer, bapi, OVERLAYS).apart()).isEmpty();
  }

  @Test
  void variantOfAUnionThatDiffers_isNotShared() {
    ObjectNode webhooks = Documents.read(WEBHOOKS);
    JsonNode verification = webhooks.at("/components/schemas/EmailAddress/properties/verification");
    for (JsonNode list : verification.findValues("oneOf")) {
      ((com.fasterxml.jackson.databind.node.ArrayNode) list).remove(0);
    }
    WebhookRewriter.Result changed = PrepareWebhooks.result(webhooks, bapi, OVERLAYS);
    assertThat(changed.apart()).contains("User", "EmailAddress", "EmailAddressVerification");
    for (JsonNode variant :
        changed.description().at("/components/schemas/EmailAddressVerification/x-variants")) {
      assertThat(variant.has("$ref")).as(variant.toString()).isTrue();
    }
  }

  @Test
  void prepare_repeatsItself() {
    WebhookRewriter.Result again = PrepareWebhooks.result(WEBHOOKS, Path.of("bapi.yml"), OVERLAYS);
    assertThat(again.description().toString()).isEqualTo(prepared.description().toString());
  }

  @Test
  void examples_haveEveryMemberOrOnlyTheRequired() {
    JsonNode all = WebhookExamples.of(prepared.whole(), true);
    JsonNode required = WebhookExamples.of(prepared.whole(), false);
    assertThat(all.path("events")).hasSize(46);
    JsonNode members = prepared.whole().at("/components/schemas/User/properties");
    for (Map.Entry<String, JsonNode> member : members.properties()) {
      assertThat(all.at("/data/User").has(member.getKey())).as(member.getKey()).isTrue();
    }
    assertThat(all.at("/data/User/id").asText()).startsWith("user_");
    assertThat(all.at("/data/User/email_addresses/0/email_address").asText()).contains("@");
    assertThat(required.at("/data/User").has("id")).isTrue();
    assertThat(required.at("/data/SessionEventPayload").has("actor")).isFalse();
  }
}
