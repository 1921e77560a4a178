package dev.clerkbapi.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Clerk's own code for JavaScript says to the same deliveries, except where {@code
 * differs.json} says that we decide otherwise.
 */
@EnabledIf(value = "vectorsAreThere", disabledReason = "no folder -Dclerk.auth.vectors")
class VectorsTest {
  private static final String FOLDER =
      System.getProperty(
          "clerk.auth.vectors",
          Objects.requireNonNullElse(System.getenv("CLERK_AUTH_VECTORS"), ""));

  /** A delivery, and what is expected: the type of its event, or the reason of the refusal. */
  record Vector(String id, Map<String, Object> input, long now, Object expected) {
    @Override
    public String toString() {
      return id;
    }

    Map<String, String> headers() {
      Map<String, String> headers = new HashMap<>();
      if (input.get("headers") instanceof List<?> pairs) {
        for (Object pair : pairs) {
          headers.put((String) ((List<?>) pair).get(0), (String) ((List<?>) pair).get(1));
        }
      } else {
        object(input.get("headers"))
            .forEach(
                (name, value) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), "" + value));
      }
      return headers;
    }

    byte[] body() {
      return input.get("bodyBase64") instanceof String base64
          ? java.util.Base64.getDecoder().decode(base64)
          : ((String) input.get("body")).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Says it on the console too, where Surefire tells how many were skipped, but not why. */
  static boolean vectorsAreThere() {
    boolean there = !FOLDER.isEmpty() && Files.exists(Path.of(FOLDER, "gen-webhooks.json"));
    if (!there) {
      System.out.println("Skipping VectorsTest: -Dclerk.auth.vectors names no folder of vectors");
    }
    return there;
  }

  static List<Vector> vectors() throws IOException {
    Map<String, Object> differing = differing();
    List<Vector> vectors = new ArrayList<>();
    for (String file : List.of("webhooks", "gen-webhooks")) {
      Map<String, Object> document = read(file);
      for (Object given : (List<?>) document.get("cases")) {
        Map<String, Object> vector = object(given);
        String id = (String) vector.get("id");
        Map<String, Object> expect = object(differing.getOrDefault(id, vector.get("expect")));
        Object ok = expect.get("ok");
        Object expected =
            Boolean.TRUE.equals(expect.get("either"))
                ? "either"
                : ok instanceof Map<?, ?> event
                    ? event.get("type")
                    : ok != null ? ok : expect.get("throws");
        Object now = vector.getOrDefault("now", document.get("now"));
        vectors.add(new Vector(id, vector, (Long) now, expected));
      }
    }
    return vectors;
  }

  private static Map<String, Object> differing() throws IOException {
    Map<String, Object> differing = new HashMap<>();
    for (Object difference : (List<?>) read("differs").get("cases")) {
      for (Object id : (List<?>) object(difference).get("cases")) {
        differing.put((String) id, object(difference).get("expect"));
      }
    }
    return differing;
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void delivery_isJudgedAlike(Vector vector) {
    if (vector.expected().equals("missing-secret")) { // A setting, which fails earlier.
      assertThatThrownBy(() -> WebhookVerifier.builder().build())
          .isInstanceOf(IllegalStateException.class);
      return;
    }
    Map<String, String> headers = vector.headers();
    String timestamp = headers.getOrDefault("svix-timestamp", "");
    if (timestamp.matches("[0-9]+\\.[0-9]+") && !vector.id().startsWith("gen-")) {
      // The whole seconds were signed, and are what Clerk sends; a fraction is refused.
      assertThat(judged(vector, headers)).isEqualTo("bad-timestamp");
      headers.put("svix-timestamp", timestamp.replaceFirst("\\..*", ""));
    }
    String judged = judged(vector, headers);
    if (!vector.expected().equals("either")) {
      assertThat(judged).isEqualTo(vector.expected());
    }
  }

  private static String judged(Vector vector, Map<String, String> headers) {
    WebhookVerifier verifier =
        WebhookVerifier.builder()
            .secret((String) vector.input().get("secret"))
            .clock(Clock.fixed(Instant.ofEpochMilli(vector.now()), ZoneOffset.UTC))
            .build();
    try {
      return verifier.verify(headers::get, vector.body()).event().type();
    } catch (WebhookVerificationException e) {
      return e.reason().value();
    }
  }

  private static Map<String, Object> read(String file) throws IOException {
    return JsonText.map(Files.readAllBytes(Path.of(FOLDER, file + ".json")));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }
}
