package dev.clerkbapi.openapi.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as its user sees it: exit status, report, and what is written when. */
class UpdateCommandTest {
  private static final String RESET =
      """
      /things/reset:
        post:
          operationId: ResetThings
          tags: [Things]
          responses: {'204': {description: ''}}
      """;

  private static final String NEW_OPERATION =
      Things.with("paths:\n", "paths:\n" + RESET.indent(2)).replace("'1'", "'2'");

  @TempDir Path folder;

  private TestWorkspace workspace;
  private Path file;

  @BeforeEach
  void makeWorkspace() {
    workspace = TestWorkspace.small(folder.resolve("repository"), Things.BAPI);
    file = folder.resolve("published file.yml");
  }

  private int update(String published, Object... options) throws Exception {
    Files.writeString(file, published);
    Object[] arguments = new Object[options.length + 1];
    System.arraycopy(options, 0, arguments, 0, options.length);
    arguments[options.length] = file;
    return workspace.update(arguments);
  }

  private String bapi() throws Exception {
    return Files.readString(new Workspace(workspace.root).bapi());
  }

  @Test
  void newOperation_isWrittenAndReported() throws Exception {
    assertThat(update(NEW_OPERATION)).isZero();
    assertThat(bapi()).contains("ResetThings").startsWith("openapi: '3.0.3'");
    assertThat(workspace.root.resolve("openapi/target/update.md")).hasContent(workspace.report());
    assertThat(workspace.report())
        .startsWith("# BAPI 1 to 2\n\nSuggested version step: **minor**")
        .contains("- `resetThings` (POST /things/reset)\n")
        .contains("- `ThingsApi` gains `resetThings()`\n")
        .contains("- `Things` gains `resetThings()`\n")
        .contains(
            "## Methods of new operations (1)\n\n- `clerk.things().resetThings`: `resetThings` (POST /things/reset)\n")
        .contains("### Added\n- `resetThings` (POST /things/reset)\n")
        .contains("- The client speaks BAPI 2 (before: 1).")
        .contains("- no prose in 5-prose-*.yml: operation `resetThings` (POST /things/reset)\n")
        .contains(
            "- undecided in 3-retry-safety.yml: whether `resetThings` (POST /things/reset) may be sent twice\n");
  }

  @Test
  void progress_tellsEachStepWithItsSeconds() throws Exception {
    update(NEW_OPERATION);
    assertThat(workspace.errors())
        .containsPattern("read .* \\.\\.\\. \\d+\\.\\d s")
        .containsPattern("generate the client of 2 \\.\\.\\. \\d+\\.\\d s")
        .containsPattern("compile both \\.\\.\\. \\d+\\.\\d s");
  }

  @Test
  void dryRun_reportsAndWritesNothing() throws Exception {
    Map<Path, String> before = workspace.files();
    assertThat(update(NEW_OPERATION, "--dry-run")).isZero();
    assertThat(workspace.report()).contains("resetThings");
    assertThat(workspace.files()).isEqualTo(before);
  }

  @Test
  void reportFile_canBeNamed() throws Exception {
    Path report = folder.resolve("reports/this.md");
    assertThat(update(NEW_OPERATION, "--report", report)).isZero();
    assertThat(report).hasContent(workspace.report());
  }

  @Test
  void sameApi_isAPatch() throws Exception {
    assertThat(update(Things.BAPI)).isZero();
    assertThat(workspace.report()).contains("The same API. Suggested version step: **patch**.");
  }

  @Test
  void badInput_isStatus2AndWritesNothing() throws Exception {
    Map<Path, String> before = workspace.files();
    assertThat(update("<html>")).isEqualTo(2);
    assertThat(workspace.errors()).contains("published file.yml:1: a page of HTML");
    assertThat(update(Things.BAPI.replaceAll("(?s)paths:.*components:", "paths: {}\ncomponents:")))
        .isEqualTo(2);
    assertThat(workspace.errors()).contains("describes no operation").doesNotContain("compile");
    assertThat(workspace.update(folder.resolve("none.yml"))).isEqualTo(2);
    assertThat(workspace.update()).isEqualTo(2);
    assertThat(workspace.report()).isEmpty();
    assertThat(workspace.files()).isEqualTo(before);
  }

  @Test
  void pinThatNoLongerFits_isStatus1AndWritesNothing() throws Exception {
    workspace.write(
        "openapi/overlays/2-names.yml",
        """
        overlay: 1.0.0
        info: {title: names, version: 1.0.0}
        actions:
          - target: $
            update: {x-names: {Thing.color: Paint, Circle.color: Paint}}
        """);
    Map<Path, String> before = workspace.files();
    String clash =
        Things.with(
            "        radius: {type: integer}\n",
            "        radius: {type: integer}\n        color: {type: object, properties: {r: {type: integer}}}\n");
    assertThat(update(clash)).isEqualTo(1);
    assertThat(workspace.errors()).contains("Circle.color: Paint no longer fits");
    assertThat(workspace.files()).isEqualTo(before);
  }

  @Test
  void clientThatDoesNotCompile_isStatus1AndWritesNothing() throws Exception {
    workspace.write(
        "sdk-generated/src/main/java/dev/clerkbapi/json/Uses.java",
        "package dev.clerkbapi.json; class Uses { dev.clerkbapi.model.Circle circle; }");
    Map<Path, String> before = workspace.files();
    assertThat(update(Things.BAPI.replace("Circle", "Disk"))).isEqualTo(1);
    assertThat(workspace.errors())
        .contains("the client of 1 does not compile")
        .contains("Uses.java:1: ")
        .doesNotContain("\tat ");
    assertThat(workspace.files()).isEqualTo(before);
  }

  @Test
  void operationThatHandWrittenCodeNeeds_isNamedBeforeTheCompilerDoes() throws Exception {
    workspace.write(
        "sdk-ergonomic/src/main/java/dev/clerkbapi/Painter.java",
        """
        package dev.clerkbapi;
        import dev.clerkbapi.api.ThingsApi;
        class Painter {
          Object paint(ThingsApi api) {
            return api.paintThing("a");
          }
        }
        """);
    assertThat(update(Things.BAPI.replace("PaintThing", "ColorThing"))).isZero();
    assertThat(workspace.report())
        .containsSubsequence(
            "- Painter.java needs `paintThing`, which BAPI no longer has\n",
            "- sdk-ergonomic does not compile: Painter.java:5: cannot find symbol");
  }

  @Test
  void requiredMemberWithoutSchema_isLeftForAPerson() throws Exception {
    String required = "    Thing:\n      type: object\n      required: [id";
    assertThat(update(Things.with(required, required + ", weight"))).isZero();
    assertThat(workspace.report())
        .contains(
            "- required, but not described: `weight` at $.components.schemas.Thing; 1-fixes.yml is the place to describe it\n");
  }

  @Test
  void overlayTargetThatIsGone_isLeftForAPerson() throws Exception {
    workspace.write(
        "openapi/overlays/5-prose-things.yml",
        """
        overlay: 1.0.0
        info: {title: prose, version: 1.0.0}
        actions:
          - target: $.paths['/things/{id}/paint'].post
            update: {summary: Paints a thing.}
        """);
    assertThat(update(Things.BAPI.replace("/paint", "/color"))).isZero();
    assertThat(workspace.report())
        .contains(
            "- nothing in the description matches 5-prose-things.yml: $.paths['/things/{id}/paint'].post\n")
        .contains("- `paintThing` (POST /things/{id}/color): was POST /things/{id}/paint\n");
  }
}
