package dev.clerkbapi.openapi.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with a description of webhooks, and what updates of BAPI mean for events. */
class WebhooksUpdateTest {
  private static final String COLOR = "        color: {type: string, enum: [red, green]}\n";

  @TempDir Path folder;

  private TestWorkspace workspace;

  @BeforeEach
  void makeWorkspace() {
    workspace =
        TestWorkspace.withWebhooks(folder.resolve("repository"), Things.BAPI, ThingEvents.WEBHOOKS);
  }

  private String update(String published) throws Exception {
    Path file = Files.writeString(folder.resolve("published.yml"), published);
    assertThat(workspace.update(file)).as(workspace.errors()).isZero();
    return workspace.report();
  }

  @Test
  void sameWebhooks_areAPatchAndLeaveBapiAlone() throws Exception {
    Path bapi = new Workspace(workspace.root).bapi();
    String report = update(ThingEvents.WEBHOOKS);
    assertThat(report)
        .startsWith("# Webhooks v1 to v1\n\nThe same API. Suggested version step: **patch**.\n")
        .contains("- no prose in webhooks/5-prose-*.yml: event `thing.created`\n")
        .doesNotContain("`Thing`");
    assertThat(bapi).hasContent(Things.BAPI);
    assertThat(new Workspace(workspace.root).webhooks()).content().startsWith("openapi: '3.0.3'");
  }

  @Test
  void addedEvent_isReportedAsThat() throws Exception {
    String more =
        ThingEvents.with(
            "  thing.gone:\n",
            "  thing.painted: {post: {operationId: thing.painted}}\n  thing.gone:\n");
    assertThat(update(more))
        .contains("Suggested version step: **minor**")
        .contains("## Events added (1)\n\n- `thing.painted` (ThingPainted)\n")
        .contains("- `ThingPainted` is new\n")
        .contains("### Added\n- `thing.painted` (ThingPainted)\n")
        .contains("- no prose in webhooks/5-prose-*.yml: event `thing.painted`\n")
        .doesNotContain("removed (", "Events changed", "Types changed", "Breaking");
  }

  @Test
  void removedEvent_isReportedAsThat() throws Exception {
    int gone = ThingEvents.WEBHOOKS.indexOf("  thing.gone:");
    String fewer =
        ThingEvents.WEBHOOKS.substring(0, gone)
            + ThingEvents.WEBHOOKS.substring(ThingEvents.WEBHOOKS.indexOf("components:"));
    assertThat(update(fewer))
        .contains("Suggested version step: **major**")
        .contains("## Events removed (1)\n\n- `thing.gone` (ThingGone)\n")
        .contains("- `ThingGone` is gone\n")
        .contains("### Removed\n- `thing.gone` (ThingGone)\n")
        .doesNotContain("added (", "Events changed", "Types changed");
  }

  @Test
  void changedMemberOfAModel_isReportedAsThat() throws Exception {
    String changed =
        ThingEvents.with(
            "        id: {type: string}\n    Thing",
            "        id: {type: integer}\n        since: {type: string}\n    Thing");
    assertThat(update(changed))
        .contains("Suggested version step: **major**")
        .contains(
            "## Types changed (1)\n\n- `Ghost`: member `since` added (String, optional);"
                + " member `id` was String, optional, is Long, optional\n")
        .contains("- `Ghost.id()`: method return type changed\n")
        .doesNotContain("Events added", "Events removed", "Events changed", "no longer BAPI's");
  }

  @Test
  void changedMemberOfAllEvents_isReportedForEach() throws Exception {
    String changed = ThingEvents.with("        instance_id: {type: string}\n", "");
    assertThat(update(changed.replace(", instance_id]", "]")))
        .contains(
            "## Events changed (2)\n\n- `thing.created` (ThingCreated): member `instance_id` removed\n");
  }

  @Test
  void modelThatDrifts_isNoLongerBapis() throws Exception {
    String drifted = ThingEvents.with(COLOR, COLOR + "        size: {type: integer}\n");
    assertThat(update(drifted))
        .contains(
            "## Models of events and of BAPI (1)\n\n- `Thing` is no longer BAPI's, but of the events;"
                + " theirs against BAPI's: member `size` added (Long, optional)\n")
        .contains("- `ThingCreated.data()`: method return type changed\n")
        .contains("- no prose in webhooks/5-prose-*.yml: member `Thing.size`\n");
    assertThat(new Workspace(workspace.root).bapi()).hasContent(Things.BAPI);

    assertThat(update(ThingEvents.WEBHOOKS))
        .contains("- `Thing` is BAPI's now: the two are equal\n");
  }

  @Test
  void updateOfBapi_reportsWhatBecomesOfEventsAndLeavesWebhooksAlone() throws Exception {
    String report = update(Things.with(COLOR, COLOR + "        size: {type: integer}\n"));
    assertThat(report)
        .startsWith("# BAPI 1 to 1\n")
        .contains("- `Thing`: member `size` added (Long, optional)\n")
        .contains(
            "- `Thing` is no longer BAPI's, but of the events; theirs against BAPI's:"
                + " member `size` removed\n")
        .contains("- `ThingCreated.data()`: method return type changed\n");
    assertThat(new Workspace(workspace.root).webhooks()).hasContent(ThingEvents.WEBHOOKS);
  }

  @Test
  void updateOfBapiThatNoEventContains_saysNothingOfThem() throws Exception {
    assertThat(update(Things.BAPI.replace("'1'", "'2'")))
        .startsWith("# BAPI 1 to 2\n\nThe same API. Suggested version step: **patch**.\n")
        .doesNotContain("Models of events");
  }

  @Test
  void dryRun_writesNothing() throws Exception {
    Map<Path, String> before = workspace.files();
    Path file =
        Files.writeString(
            folder.resolve("published.yml"), ThingEvents.with("thing.gone", "thing.left"));
    assertThat(workspace.update("--dry-run", file)).isZero();
    assertThat(workspace.report()).contains("`thing.left`");
    assertThat(workspace.files()).isEqualTo(before);
  }

  @Test
  void moduleThatDoesNotCompile_isStatus1AndWritesNothing() throws Exception {
    Map<Path, String> before = workspace.files();
    Path file =
        Files.writeString(
            folder.resolve("published.yml"), ThingEvents.with("client_ip", "client_address"));
    assertThat(workspace.update(file)).isEqualTo(1);
    assertThat(workspace.errors()).contains("the client of the webhooks does not compile");
    assertThat(workspace.files()).isEqualTo(before);
  }
}
