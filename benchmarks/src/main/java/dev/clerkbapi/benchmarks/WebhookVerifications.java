package dev.clerkbapi.benchmarks;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.svix.Webhook;
import com.svix.exceptions.EmptyWebhookSecretException;
import dev.clerkbapi.testing.SignedWebhook;
import dev.clerkbapi.webhooks.WebhookVerifier;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The ways to verify a webhook and to read its event, from the bytes that were received. */
final class WebhookVerifications {
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private WebhookVerifications() {}

  /**
   * Returns them by name.
   *
   * @param body what is received; that of {@code webhook} is genuine
   */
  static Map<String, Verification> of(String secret, SignedWebhook webhook, byte[] body)
      throws EmptyWebhookSecretException {
    Map<String, String> headers = webhook.headers();
    WebhookVerifier sdk = WebhookVerifier.builder().secret(secret).build();
    Webhook svix = new Webhook(secret);
    Map<String, List<String>> svixHeaders = lists(headers);
    ObjectMapper jackson = new ObjectMapper();

    Map<String, Verification> all = new LinkedHashMap<>();
    all.put("sdk", () -> sdk.verify(headers::get, body));
    all.put(
        "svix-tree",
        () -> {
          svix.verify(new String(body, StandardCharsets.UTF_8), svixHeaders);
          return jackson.readTree(body);
        });
    all.put(
        "svix-map",
        () -> {
          svix.verify(new String(body, StandardCharsets.UTF_8), svixHeaders);
          return jackson.readValue(body, MAP);
        });
    return all;
  }

  private static Map<String, List<String>> lists(Map<String, String> headers) {
    return headers.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
  }
}
