package dev.clerkbapi.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The description as Clerk publishes it, before our overlays and the rewriting: what the generated
 * code is measured against must not come from what made it.
 */
final class PublishedApi {
  private static final Path FILE = Path.of("../openapi/bapi.yml");
  private static final int LARGEST = 10_000_000;

  private final JsonNode description;
  private final Map<String, PublishedOperation> operations = new LinkedHashMap<>();

  PublishedApi() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    try (Reader yaml = Files.newBufferedReader(FILE)) {
      description = new ObjectMapper().valueToTree(new Yaml(options).load(yaml));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    // The validator takes a discriminator for a schema of its own.
    description
        .findParents("discriminator")
        .forEach(it -> ((ObjectNode) it).remove("discriminator"));
    for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        add(new PublishedOperation(this, method.getKey(), path.getKey(), method.getValue()));
      }
    }
  }

  private void add(PublishedOperation operation) {
    operations.put(place(operation.method(), operation.path()), operation);
  }

  /** The same operation of the description that was prepared from this one. */
  PublishedOperation operation(DescribedOperation prepared) {
    return operations.get(place(prepared.method(), prepared.path()));
  }

  Collection<PublishedOperation> operations() {
    return operations.values();
  }

  /** Names of operations and placeholders may be others after the preparation. */
  private static String place(String method, String path) {
    return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]*}", "{}");
  }

  /** The whole document. */
  JsonNode description() {
    return description;
  }

  /** What a node refers to; the node itself if it refers to nothing. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref")
        ? resolved(description.at(node.get("$ref").asText().substring(1)))
        : node;
  }

  List<JsonNode> allResolved(Iterable<JsonNode> nodes) {
    List<JsonNode> all = new ArrayList<>();
    nodes.forEach(node -> all.add(resolved(node)));
    return all;
  }
}
