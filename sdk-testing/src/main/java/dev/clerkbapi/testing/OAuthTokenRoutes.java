package dev.clerkbapi.testing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The OAuth access tokens that a test issued, and their verification. */
final class OAuthTokenRoutes {
  private static final Duration LIFETIME = Duration.ofDays(1);

  private final Examples examples;
  private final Map<String, Map<String, @Nullable Object>> tokens = new LinkedHashMap<>();

  OAuthTokenRoutes(Examples examples) {
    this.examples = examples;
  }

  void addTo(Map<String, Handler> handlers) {
    handlers.put("POST /oauth_applications/access_tokens/verify", this::verify);
  }

  /** Returns the token. */
  synchronized String issue(String userId, String clientId, List<String> scopes) {
    long now = examples.now();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("object", "clerk_idp_oauth_access_token");
    json.put("id", "oat_" + RandomIds.hex());
    json.put("client_id", clientId);
    json.put("subject", userId);
    json.put("scopes", scopes);
    json.put("revoked", false);
    json.put("revocation_reason", null);
    json.put("expired", false);
    json.put("expiration", now + LIFETIME.toMillis());
    json.put("created_at", now);
    json.put("updated_at", now);
    String token = "oat_secret_" + RandomIds.hex();
    tokens.put(token, json);
    return token;
  }

  synchronized void revoke(String token) {
    Map<String, @Nullable Object> json = tokens.get(token);
    if (json == null) {
      throw new IllegalArgumentException("this fake issued no such OAuth access token");
    }
    json.put("revoked", true);
  }

  /** Of one that is no longer good, BAPI's description has a response of its own. */
  private synchronized JsonResponse verify(Call call) {
    String sent = call.text("access_token").or(() -> call.text("secret")).orElse("");
    Map<String, @Nullable Object> json = tokens.get(sent);
    if (json == null) {
      throw Refusal.notFound("OAuth access token", "like this");
    }
    boolean expired = json.get("expiration") instanceof Long at && at <= examples.now();
    return JsonResponse.ok(
        expired || Boolean.TRUE.equals(json.get("revoked"))
            ? Map.of("active", false)
            : new LinkedHashMap<>(json));
  }
}
