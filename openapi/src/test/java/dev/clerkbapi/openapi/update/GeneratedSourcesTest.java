package dev.clerkbapi.openapi.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.openapi.Golden;
import dev.clerkbapi.openapi.Prepare;
import dev.clerkbapi.openapi.description.Documents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the templates print: one of each kind as a whole, and each trap of a description. */
class GeneratedSourcesTest {
  private static final Path TRAPS = Path.of("src/test/resources/dev/clerkbapi/openapi/traps");

  private static final String PROSE =
      """
      overlay: 1.0.0
      info: {title: prose, version: 1.0.0}
      actions:
        - target: $.tags[0]
          update: {description: What there is to see.}
        - target: $.paths['/things/{id}'].get
          update: {summary: Gets a thing., description: "If the thing does not exist, the response has status `404`."}
        - target: $.paths['/things/{id}'].get.parameters[0]
          update: {description: "ID of the thing, such as `thing_1`."}
        - target: $.components.schemas.Thing
          update:
            description: A thing.
            properties:
              id: {description: "ID of the thing, such as `thing_1`."}
              color: {description: The color that it was painted in last.}
      """;

  @TempDir static Path folder;

  private static Path runtime;
  private static Path things;

  @BeforeAll
  static void generate() throws Exception {
    TestWorkspace workspace = TestWorkspace.small(folder.resolve("workspace"), Things.BAPI);
    workspace.write("openapi/overlays/5-prose.yml", PROSE);
    runtime = new Workspace(workspace.root).runtimeOfTheClient();
    Client client = new Client(folder.resolve("things"));
    client.generate(
        Prepare.result(
                Documents.parse("things", Things.BAPI), workspace.root.resolve("openapi/overlays"))
            .description());
    things = client.sources();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api/ThingsApi",
        "model/Thing",
        "model/ThingColor",
        "model/Shape",
        "model/ListThingsParams"
      })
  void source_isAsApproved(String name) throws Exception {
    String source = Files.readString(things.resolve("dev/clerkbapi/" + name + ".java"));
    Golden.check("golden/" + name + ".txt", source);
  }

  static List<Path> traps() throws Exception {
    try (Stream<Path> files = Files.list(TRAPS)) {
      return files.sorted().toList();
    }
  }

  /** A trap says in {@code x-expect} what must stand in which of the sources made of it. */
  @ParameterizedTest
  @MethodSource("traps")
  void trap_compilesAndGivesWhatItExpects(Path trap) throws Exception {
    var document = dev.clerkbapi.openapi.description.Description.facts(trap);
    var expected = Documents.read(trap).get("x-expect");
    Client client = new Client(folder.resolve(trap.getFileName().toString()));
    client.generate(
        Prepare.result(document, Files.createDirectories(folder.resolve("no-overlays")))
            .description());
    assertThat(client.compile(runtime)).isEmpty();
    assertThat(expected).isNotEmpty();
    for (var file : expected.properties()) {
      Path source = client.sources().resolve("dev/clerkbapi/" + file.getKey() + ".java");
      for (var line : file.getValue()) {
        assertThat(source).content().contains(line.asText());
      }
    }
  }

  @Test
  void traps_areThere() throws Exception {
    assertThat(traps()).hasSizeGreaterThan(8);
  }
}
