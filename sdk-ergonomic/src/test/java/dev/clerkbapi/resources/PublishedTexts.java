package dev.clerkbapi.resources;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts that a schema permits. */
final class PublishedTexts {
  private static final Pattern PREFIX = Pattern.compile("[a-z]+(?=\\)?_|\\|)");

  private static final String TIME = "2026-05-12T09:30:00.250Z";

  private PublishedTexts() {}

  /** {@code name} is that of the member: a time may be described as any text. */
  static String text(JsonNode schema, String name) {
    return schema.has("pattern")
        ? matching(schema.get("pattern").asText())
        : switch (schema.path("format").asText()) {
          case "date-time" -> TIME;
          case "date" -> "2026-05-12";
          case "email" -> "ada@example.com";
          case "uri" -> "https://example.com/a";
          default -> name.endsWith("_at") ? TIME : "a_text";
        };
  }

  private static String matching(String pattern) {
    Stream<String> ids =
        PREFIX
            .matcher(pattern)
            .results()
            .flatMap(prefix -> Stream.of(27, 32).map(n -> prefix.group() + "_" + "a".repeat(n)));
    return Stream.concat(ids, Stream.of("oauth_google", "from_oauth_google", "text", "DE"))
        .filter(text -> Pattern.compile(pattern).matcher(text).find())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no text is known that matches " + pattern));
  }
}
