package dev.clerkbapi.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An example of each event, which the build has made of the description of webhooks. */
final class WebhookExamples {
  private static final String RESOURCE = "webhook-examples.json";
  private static final Map<String, @Nullable Object> EXAMPLES = read();

  private WebhookExamples() {}

  static Set<String> types() {
    return Collections.unmodifiableSet(new TreeSet<>(part("events").keySet()));
  }

  /** Returns an event; not a copy, so it is to be written before anybody changes it. */
  static Map<String, @Nullable Object> of(String type) {
    Object data = part("events").get(type);
    if (data == null) {
      throw new IllegalArgumentException(
          "no event " + type + " is described; message(..) sends any body. Known: " + types());
    }
    Map<String, @Nullable Object> event = new LinkedHashMap<>(part("envelope"));
    event.put("type", type);
    event.put("data", part("data").get(data));
    return event;
  }

  @SuppressWarnings("unchecked") // The build writes objects there.
  private static Map<String, @Nullable Object> part(String name) {
    return (Map<String, @Nullable Object>) Objects.requireNonNull(EXAMPLES.get(name), name);
  }

  private static Map<String, @Nullable Object> read() {
    try (InputStream json = WebhookExamples.class.getResourceAsStream(RESOURCE)) {
      return JsonPaths.event(Objects.requireNonNull(json, RESOURCE).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
