package dev.clerkbapi.openapi.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the import keeps of a published document, and which documents it refuses. */
class DescriptionTest {
  /** Keys whose mappings have names for keys, which may be called anything. */
  private static final Set<String> NAMES =
      Set.of(
          "content",
          "mapping",
          "parameters",
          "paths",
          "properties",
          "responses",
          "schemas",
          "securitySchemes",
          "x-webhooks");

  @TempDir Path folder;

  /** A document that is refused, and what the one line of refusal says. */
  record Refusal(String name, String text, List<String> says) {
    Refusal(String name, String text, String... says) {
      this(name, text, List.of(says));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Refusal> refusals() {
    return List.of(
        new Refusal("HTML", "<!DOCTYPE html>\n<html>", ":1: a page of HTML or XML"),
        new Refusal("not YAML", "openapi: 3.0.3\n  bad: [", ":2: not YAML"),
        new Refusal("text", "just words", ":1: not an OpenAPI document"),
        new Refusal("empty", "", ":1: not an OpenAPI document"),
        new Refusal(
            "Swagger 2",
            "info: {}\nswagger: '2.0'",
            ":2: at /swagger: a Swagger 2.0 document, not OpenAPI 3"),
        new Refusal("another YAML", "name: a\n", "openapi is missing"),
        new Refusal("OpenAPI 4", "openapi: 4.0.0", ":1: at /openapi", "only 3.x"),
        new Refusal("without paths", "openapi: 3.0.3\ninfo: {version: '1'}", "paths is missing"),
        new Refusal(
            "paths as a list",
            "openapi: 3.0.3\ninfo: {version: '1'}\npaths: [a]",
            ":3: at /paths: OpenAPI wants a mapping here, not a list"),
        new Refusal(
            "version as a number",
            "openapi: 3.0.3\ninfo:\n  version: 1.5\npaths: {}",
            ":3: at /info/version: OpenAPI wants a string here, not 1.5"),
        new Refusal(
            "key given twice", "openapi: 3.0.3\npaths: {}\npaths: {}", "not YAML", "duplicate key"),
        new Refusal(
            "dangling reference",
            document("    A: {properties: {b: {$ref: '#/components/schemas/B'}}}"),
            ":6: at /components/schemas/A/properties/b/$ref",
            "#/components/schemas/B leads nowhere"),
        new Refusal(
            "remote reference",
            document("    A: {$ref: 'https://schemas.example/a.yml'}"),
            ":6: at /components/schemas/A/$ref",
            "https://schemas.example/a.yml leads out of the file"),
        new Refusal(
            "reference to a file", document("    A: {$ref: 'a.yml#/A'}"), "leads out of the file"),
        new Refusal(
            "operations that share a name",
            """
            openapi: 3.0.3
            info: {version: '1'}
            paths:
              /a: {get: {operationId: x}}
              /b:
                get: {operationId: x}
            """,
            ":6: at /paths/~1b/get/operationId",
            "operationId x is also that of /paths/~1a/get"),
        new Refusal(
            "paths without an operation",
            """
            openapi: 3.0.3
            info: {version: '1'}
            paths:
              /a: {parameters: [], x-get: {operationId: x}}
            """,
            ":4: at /paths: describes no operation"),
        new Refusal(
            "no paths at all",
            "openapi: 3.0.3\ninfo: {version: '1'}\npaths: {}",
            ":3: at /paths: describes no operation"),
        new Refusal(
            "webhooks without an event",
            "openapi: 3.1.0\ninfo: {version: '1'}\nwebhooks: {}",
            "describes no event"),
        new Refusal(
            "webhooks as a list",
            "openapi: 3.0.3\ninfo: {version: '1'}\nx-webhooks: [a]",
            ":3: at /x-webhooks: OpenAPI wants a mapping here, not a list"),
        new Refusal(
            "webhooks with a dangling reference",
            """
            openapi: 3.0.3
            info: {version: '1'}
            x-webhooks:
              a:
                post: {requestBody: {content: {application/json: {schema: {$ref: '#/a'}}}}}
            """,
            ":5: at /x-webhooks/a/post",
            "#/a leads nowhere"),
        new Refusal("alias that contains itself", "a: &a [*a]", "contains itself"),
        new Refusal("bomb", bomb(), "its aliases stand for more than"),
        new Refusal("nested too deep", "[".repeat(100_000), "not YAML"));
  }

  private static String document(String schemas) {
    return "openapi: 3.0.3\ninfo: {version: '1'}\npaths: {/a: {get: {}}}\ncomponents:\n  schemas:\n"
        + schemas;
  }

  /** Ten lines that stand for ten to the tenth nodes. */
  private static String bomb() {
    StringBuilder text = new StringBuilder("a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
    for (int i = 1; i < 10; i++) {
      String aliases = ("*a" + (i - 1) + ", ").repeat(10);
      text.append("a" + i + ": &a" + i + " [" + aliases + "]\n");
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void badDocument_isRefusedInOneLineThatNamesThePlace(Refusal refusal) throws Exception {
    Path file = Files.writeString(folder.resolve("given.yml"), refusal.text());
    assertThatThrownBy(() -> Description.facts(file))
        .isInstanceOf(BadDocumentException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContainingAll(refusal.says().toArray(new String[0]))
        .message()
        .doesNotContain("\n");
  }

  @Test
  void missingFile_isRefused() {
    assertThatThrownBy(() -> Description.facts(folder.resolve("none.yml")))
        .isInstanceOf(BadDocumentException.class)
        .hasMessageEndingWith("none.yml: no such file");
  }

  @Test
  void bytesThatAreNoText_areRefused() throws Exception {
    Path file = Files.write(folder.resolve("given.yml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatThrownBy(() -> Description.facts(file))
        .isInstanceOf(BadDocumentException.class)
        .hasMessageContaining("cannot be read as UTF-8");
  }

  /** Published documents have prose, examples and vendor keys, in any order of keys. */
  @ParameterizedTest
  @ValueSource(strings = {"bapi.yml", "webhooks.yml"})
  void dressedDocument_givesTheSameBytes(Path known) throws Exception {
    ObjectNode dressed = (ObjectNode) dress(Documents.read(known), false, new Random(7));
    Path json = folder.resolve("dressed.json");
    Documents.writeJson(json, dressed);
    Path yaml = folder.resolve("dressed.yml");
    Documents.write(yaml, Documents.toYaml(dressed));

    assertThat(Files.readString(json)).contains("x-speakeasy-name", "Prose of upstream");
    assertThat(Documents.toYaml(Description.facts(json))).isEqualTo(Files.readString(known));
    assertThat(Documents.toYaml(Description.facts(yaml))).isEqualTo(Files.readString(known));
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhooks", "x-webhooks"})
  void webhooksAlone_areThoseOfEitherKey(String key) throws Exception {
    String text = "openapi: 3.1.0\ninfo: {version: '1'}\npaths: {}\n" + key + ": {a.b: {post: {}}}";
    ObjectNode facts = Description.facts(Files.writeString(folder.resolve("given.yml"), text));
    assertThat(Description.isOfWebhooks(facts)).isTrue();
    assertThat(facts.path("x-webhooks").has("a.b")).isTrue();
  }

  @Test
  void operationsBesideWebhooks_areBapis() throws Exception {
    String text = document("    A: {type: object}") + "\nwebhooks: {a.b: {post: {}}}";
    ObjectNode facts = Description.facts(Files.writeString(folder.resolve("given.yml"), text));
    assertThat(Description.isOfWebhooks(facts)).isFalse();
  }

  @Test
  void aliases_areWrittenOut() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("given.yml"),
            document("    A: &a {type: object, properties: {b: {type: string}}}\n    C: *a"));
    JsonNode schemas = Description.facts(file).at("/components/schemas");
    assertThat(schemas.get("C")).isEqualTo(schemas.get("A"));
  }

  @Test
  void memberWithTheNameOfAVendorKey_isAFact() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("given.yml"),
            document("    A: {x-go-type: a, properties: {x-trace: {type: string}}}"));
    JsonNode type = Description.facts(file).at("/components/schemas/A");
    assertThat(type.toString()).isEqualTo("{\"properties\":{\"x-trace\":{\"type\":\"string\"}}}");
  }

  /** Adds what upstream's documents have besides facts, and shuffles the keys. */
  private static JsonNode dress(JsonNode node, boolean keysAreNames, Random random) {
    if (node instanceof ArrayNode list) {
      ArrayNode copy = list.arrayNode();
      list.forEach(element -> copy.add(dress(element, false, random)));
      return copy;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
    Collections.shuffle(members, random);
    ObjectNode copy = object.objectNode();
    for (Map.Entry<String, JsonNode> member : members) {
      boolean names = !keysAreNames && NAMES.contains(member.getKey());
      boolean plain = !keysAreNames && member.getKey().equals("security");
      JsonNode value = member.getValue();
      copy.set(member.getKey(), plain ? value : dress(value, names, random));
    }
    if (!keysAreNames && !object.has("$ref")) {
      copy.put("x-speakeasy-name", "name");
      copy.putArray("x-codeSamples").addObject().put("lang", "curl");
      copy.put("description", "Prose of upstream, with *Markdown*:\n- a list\n");
      copy.put("example", "an example");
      copy.putObject("externalDocs").put("url", "https://docs.example");
    }
    return copy;
  }
}
