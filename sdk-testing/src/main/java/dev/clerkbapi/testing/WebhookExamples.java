package dev.clerkbapi.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.ObjectMapper;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** An example of each event, which the build has made of the description of webhooks. */
final class WebhookExamples {
  private static final String RESOURCE = "webhook-examples.json";
  private static final JsonNode EXAMPLES = read();

  private WebhookExamples() {}

  static Set<String> types() {
    Set<String> types = new TreeSet<>();
    EXAMPLES.path("events").fieldNames().forEachRemaining(types::add);
    return Collections.unmodifiableSet(types);
  }

  static ObjectNode of(String type) {
    String data = EXAMPLES.path("events").path(type).asText();
    if (data.isEmpty()) {
      throw new IllegalArgumentException(
          "no event " + type + " is described; message(..) sends any body. Known: " + types());
    }
    ObjectNode event = EXAMPLES.path("envelope").deepCopy();
    event.put("type", type);
    event.set("data", EXAMPLES.path("data").path(data).deepCopy());
    return event;
  }

  private static JsonNode read() {
    try (InputStream json = WebhookExamples.class.getResourceAsStream(RESOURCE)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(json, RESOURCE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
