package dev.clerkbapi.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Documents;
import dev.clerkbapi.openapi.description.Extensions;
import dev.clerkbapi.openapi.examples.Examples;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes an example of the data of each event: {@code events} says which of the examples in {@code
 * data} it is, since many events have the same, and {@code envelope} is what is around them.
 */
public final class WebhookExamples {
  private WebhookExamples() {}

  /**
   * {@code args}: webhooks.yml, bapi.yml, the folder of overlays, the file to write, and {@code
   * all} members or only the {@code required} ones.
   */
  public static void main(String[] args) {
    JsonNode whole =
        PrepareWebhooks.result(Path.of(args[0]), Path.of(args[1]), Path.of(args[2])).whole();
    Documents.writeJson(Path.of(args[3]), of(whole, args[4].equals("all")));
  }

  static ObjectNode of(JsonNode prepared, boolean all) {
    Examples examples = new Examples(prepared, all);
    ObjectNode result = Documents.MAPPER.createObjectNode();
    ObjectNode events = result.putObject("events");
    ObjectNode data = result.putObject("data");
    for (Map.Entry<String, JsonNode> type : prepared.at("/components/schemas").properties()) {
      if (type.getValue().has(Extensions.EVENT)) {
        JsonNode members = type.getValue().get("properties");
        JsonNode use = members.path("data");
        String name = use.path("$ref").asText().replaceAll(".*/", "");
        events.put(type.getValue().get(Extensions.EVENT).asText(), name);
        data.set(name, examples.of(use, "data", ""));
        result.set("envelope", envelope(examples, members));
      }
    }
    return result;
  }

  private static ObjectNode envelope(Examples examples, JsonNode members) {
    ObjectNode envelope = Documents.MAPPER.createObjectNode();
    for (Map.Entry<String, JsonNode> member : members.properties()) {
      if (!member.getKey().equals("data")) {
        envelope.set(member.getKey(), examples.of(member.getValue(), member.getKey(), ""));
      }
    }
    return envelope.put("object", "event");
  }
}
