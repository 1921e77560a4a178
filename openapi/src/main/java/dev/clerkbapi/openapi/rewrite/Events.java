package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.List;
import java.util.Map;

/**
 * Turns a description of webhooks into one of schemas, in which {@code WebhookEvent} is a union of
 * all events over their {@code type}.
 */
final class Events {
  static final String UNION = "WebhookEvent";
  private static final String TYPE = "type";
  private static final String DATA = "data";
  private static final String DATA_PROSE = "What the event is about, as it was at that time.";

  private final ObjectNode result;
  private final ObjectNode names;
  private final ObjectNode components;
  private final Schemas schemas;

  private Events(ObjectNode description) {
    this.result = Schemas.empty();
    result.set("info", description.get("info"));
    result.putArray("servers");
    result.putArray("tags");
    result.putObject("paths");
    this.names = result.putObject(Extensions.NAMES);
    names.setAll((ObjectNode) description.path(Extensions.NAMES).deepCopy());
    result.set("components", description.path("components").deepCopy());
    this.components = result.withObject("/components/schemas");
    this.schemas = new Schemas(result);
  }

  static ObjectNode asSchemas(ObjectNode description) {
    if (!description.has(Extensions.NAMES)) {
      description.putObject(Extensions.NAMES);
    }
    Events events = new Events(description);
    events.addAll(description.get(Extensions.WEBHOOKS), description.at("/info/description"));
    return events.result;
  }

  private void addAll(JsonNode webhooks, JsonNode prose) {
    ObjectNode union = Schemas.empty().put(Extensions.TAG_REQUIRED, true);
    union.putArray(Extensions.IMPLEMENTS).add("WebhookEnvelope");
    union.put("description", prose.asText());
    ArrayNode variants = union.putArray("oneOf");
    ObjectNode discriminator = union.putObject("discriminator").put("propertyName", TYPE);
    ObjectNode mapping = discriminator.putObject("mapping");
    for (Map.Entry<String, JsonNode> webhook : webhooks.properties()) {
      String event = webhook.getKey();
      // No schema of the description can have this name: theirs have no dot.
      components.set(event, event(event, webhook.getValue().path("post")));
      variants.addObject().put("$ref", Schemas.SCHEMA_REF + event);
      mapping.put(event, Schemas.SCHEMA_REF + event);
    }
    components.set(UNION, union);
  }

  private ObjectNode event(String name, JsonNode operation) {
    JsonNode body = operation.at("/requestBody/content/application~1json/schema");
    ObjectNode given = body.isObject() ? (ObjectNode) body : Schemas.empty();
    ObjectNode members = membersOf(given);
    members.withObject("/" + TYPE).put(TYPE, "string").remove(List.of("enum", "const"));
    if (members.has(DATA)) {
      members.set(DATA, withProse((ObjectNode) members.get(DATA)));
    }
    pinCommonTypes(name, members);
    ObjectNode event = Schemas.empty().put(TYPE, "object").put(Extensions.EVENT, name);
    event.put("description", operation.path("description").asText());
    event.set("properties", members);
    // Clerk's own examples lack most of what the description requires of an event.
    ArrayNode required = event.putArray("required").add(TYPE);
    if (members.has(DATA)) {
      required.add(DATA);
    }
    return event;
  }

  private ObjectNode membersOf(ObjectNode body) {
    ObjectNode merged = new Compositions(schemas).merged(schemas.resolve(body));
    return merged != null && merged.get("properties") instanceof ObjectNode members
        ? members.deepCopy()
        : Schemas.empty();
  }

  private static ObjectNode withProse(ObjectNode data) {
    if (data.has("description")) {
      return data;
    }
    ObjectNode described = Schemas.empty();
    described.putArray("allOf").add(data);
    return described.put("description", DATA_PROSE);
  }

  /** An object that every event has inline is one type, and not one for each event. */
  private void pinCommonTypes(String event, ObjectNode members) {
    for (Map.Entry<String, JsonNode> member : members.properties()) {
      if (!member.getKey().equals(DATA) && member.getValue().has("properties")) {
        String name = "Webhook" + JavaNames.suffix(member.getKey());
        names.put(JavaNames.type(event) + "." + member.getKey(), name);
      }
    }
  }
}
