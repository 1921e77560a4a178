package dev.clerkbapi.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Documents;
import dev.clerkbapi.openapi.description.Facts;
import dev.clerkbapi.openapi.overlay.Overlay;
import dev.clerkbapi.openapi.overlay.Overlays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes what {@code FakeBapi} has to know of the description, corrected by the overlays: the
 * operations with what they take and return, and the schemas. What the generator changes for Java's
 * sake is not in it, because the fake speaks BAPI's JSON.
 */
public final class FakeDescription {
  private FakeDescription() {}

  /** {@code args}: bapi.yml, the folder of overlays, the file to write. */
  public static void main(String[] args) throws IOException {
    ObjectNode facts = Documents.read(Path.of(args[0]));
    write(facts, Path.of(args[1]), Path.of(args[2]));
  }

  /** Writes it for a description's facts, which are changed on the way. */
  static void write(ObjectNode facts, Path overlays, Path target) throws IOException {
    Overlays.apply(facts, Overlay.readAll(overlays));
    Files.createDirectories(target.toAbsolutePath().getParent());
    // On one line: this is for a program, and half as long.
    Files.writeString(target, of(Facts.of(facts)).toString());
  }

  private static ObjectNode of(ObjectNode facts) {
    ObjectNode result = Documents.MAPPER.createObjectNode();
    result.set("version", facts.at("/info/version"));
    ArrayNode operations = result.putArray("operations");
    for (Map.Entry<String, JsonNode> path : facts.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (!operation.getKey().equals("parameters")) {
          operations.add(operation(facts, path, operation.getKey(), operation.getValue()));
        }
      }
    }
    result.set("schemas", facts.at("/components/schemas"));
    return result;
  }

  private static ObjectNode operation(
      ObjectNode facts, Map.Entry<String, JsonNode> path, String method, JsonNode operation) {
    ObjectNode result = Documents.MAPPER.createObjectNode();
    result.put("method", method.toUpperCase(Locale.ROOT));
    result.put("path", path.getKey());
    result.set("id", operation.path("operationId"));
    result.set("tag", operation.at("/tags/0"));
    result.put("open", operation.has("security") && operation.get("security").isEmpty());
    ArrayNode parameters = result.putArray("parameters");
    for (JsonNode list :
        new JsonNode[] {path.getValue().path("parameters"), operation.path("parameters")}) {
      list.forEach(parameter -> parameters.add(resolved(facts, parameter)));
    }
    if (operation.has("requestBody")) {
      JsonNode body = resolved(facts, operation.get("requestBody"));
      ObjectNode copy = result.putObject("body");
      copy.put("required", body.path("required").asBoolean());
      content(body, copy);
    }
    success(facts, operation.path("responses")).ifPresent(r -> result.set("response", r));
    return result;
  }

  private static Optional<JsonNode> success(ObjectNode facts, JsonNode responses) {
    Map<String, JsonNode> byStatus = new TreeMap<>();
    responses.properties().forEach(entry -> byStatus.put(entry.getKey(), entry.getValue()));
    return byStatus.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("2"))
        .findFirst()
        .map(
            entry -> {
              ObjectNode copy = Documents.MAPPER.createObjectNode();
              copy.put("status", Integer.parseInt(entry.getKey()));
              content(resolved(facts, entry.getValue()), copy);
              return copy;
            });
  }

  /** Every body of BAPI has one media type. */
  private static void content(JsonNode from, ObjectNode to) {
    from.path("content")
        .properties()
        .forEach(
            media -> {
              to.put("type", media.getKey());
              to.set("schema", media.getValue().path("schema"));
            });
  }

  private static JsonNode resolved(ObjectNode facts, JsonNode part) {
    return part.has("$ref") ? facts.at(part.get("$ref").asText().substring(1)) : part;
  }
}
