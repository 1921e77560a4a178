package dev.clerkbapi.openapi.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.openapi.Prepare;
import dev.clerkbapi.openapi.description.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What upstream may add without breaking a caller: shown by japicmp, and by a caller that was
 * compiled against the client before the addition and runs on the one after it.
 */
class CompatibilityTest {
  @TempDir static Path folder;

  private static final String GET_THING = "operationId: GetThing\n      tags: [Things]";

  private static Path before;
  private static Path caller;

  /** An addition: what it is, the text in the description and what takes its place. */
  record Addition(String name, String text, String replacement) {
    /** Lines that come after one. */
    static Addition after(String name, String line, int indent, String lines) {
      return new Addition(name, line + "\n", line + "\n" + lines.indent(indent));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Addition> additions() {
    return List.of(
        Addition.after(
            "optional member of a response",
            "        color: {type: string, enum: [red, green]}",
            8,
            "size: {type: integer}"),
        Addition.after(
            "optional member of a request",
            "                id: {type: string}",
            16,
            "size: {type: integer}"),
        new Addition(
            "total beside a bare list (constant types)",
            "{type: array, items: {$ref: '#/components/schemas/Thing'}}",
            "{type: object, properties: {total_count: {type: integer},"
                + " data: {type: array, items: {$ref: '#/components/schemas/Thing'}}}}"),
        new Addition("enum value", "[red, green]", "[red, blue, green]"),
        new Addition(
            "second value of an object constant", "enum: [square]", "enum: [square, rectangle]"),
        Addition.after(
            "union variant",
            "        - {$ref: '#/components/schemas/Square'}",
            8,
            "- {type: object, properties: {object: {type: string, enum: [star]}}}"),
        Addition.after(
            "operation",
            "paths:",
            2,
            """
            /things/count:
              get:
                operationId: CountThings
                tags: [Things]
                responses: {'204': {description: ''}}
            """),
        Addition.after(
            "second optional query parameter",
            "        - {name: limit, in: query, schema: {type: integer}}",
            8,
            "- {name: offset, in: query, schema: {type: integer}}"),
        new Addition(
            "first optional query parameter",
            GET_THING + "\n      parameters:",
            GET_THING
                + "\n      parameters:\n        - {name: expand, in: query, schema: {type: string}}"),
        Addition.after(
            "first optional body",
            "      operationId: PaintThing",
            6,
            """
            requestBody:
              content:
                application/json:
                  schema: {type: object, properties: {color: {type: string}}}
            """));
  }

  @BeforeAll
  static void compileTheCaller() throws IOException {
    before = client("before", Things.BAPI).classes();
    Path sources = folder.resolve("caller");
    try (InputStream source = CompatibilityTest.class.getResourceAsStream("Caller.txt")) {
      Documents.write(
          sources.resolve("Caller.java"),
          new String(source.readAllBytes(), StandardCharsets.UTF_8));
    }
    caller = folder.resolve("caller-classes");
    assertThat(Compiler.compile(List.of(sources), List.of(before), caller)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("additions")
  void addition_breaksNoCaller(Addition addition) throws Exception {
    Client after =
        client(
            addition.name().replace(' ', '-'),
            Things.with(addition.text(), addition.replacement()));
    JavaChanges changes = JavaChanges.between(before.resolveSibling("client.jar"), after.jar());
    assertThat(changes.breaking()).isEmpty();
    assertThat(changes.versionStep())
        .isEqualTo(addition.name().contains("constant") ? "patch" : "minor");
    assertThat(run(after.classes())).isEqualTo(run(before));
  }

  @Test
  void removedMember_breaksCallers() throws Exception {
    Client after = client("removal", Things.with("        radius: {type: integer}\n", ""));
    JavaChanges changes = JavaChanges.between(before.resolveSibling("client.jar"), after.jar());
    assertThat(changes.versionStep()).isEqualTo("major");
    assertThat(changes.breaking().toString()).contains("`Circle.radius()`: method removed");
  }

  private static Client client(String name, String description) {
    TestWorkspace workspace = TestWorkspace.small(folder.resolve("workspace"), Things.BAPI);
    Client client = new Client(folder.resolve(name));
    client.generate(
        Prepare.result(
                Documents.parse(name, description), workspace.root.resolve("openapi/overlays"))
            .description());
    assertThat(client.compile(new Workspace(workspace.root).runtimeOfTheClient())).isEmpty();
    return client;
  }

  private static String run(Path client) throws Exception {
    URL[] classes = {client.toUri().toURL(), caller.toUri().toURL()};
    try (URLClassLoader loader =
        new URLClassLoader(classes, CompatibilityTest.class.getClassLoader())) {
      return (String) loader.loadClass("Caller").getMethod("run").invoke(null);
    }
  }
}
