package dev.clerkbapi.testing;

import dev.clerkbapi.testing.internal.bapi.Bapi;
import dev.clerkbapi.testing.internal.bapi.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The API keys that the fake holds, and the operations on them. */
final class ApiKeyRoutes {
  private static final String ONE = "/api_keys/{apiKeyID}";
  private static final Schema KEY =
      Bapi.described().operation("GET " + ONE).orElseThrow().response().orElseThrow();

  private final Examples examples;
  private final Map<String, Map<String, @Nullable Object>> keys = new LinkedHashMap<>();
  private final Map<String, String> secrets = new LinkedHashMap<>();

  ApiKeyRoutes(Examples examples) {
    this.examples = examples;
  }

  void addTo(Map<String, Handler> handlers) {
    handlers.put("POST /api_keys", this::create);
    handlers.put("GET /api_keys", this::list);
    handlers.put("POST /api_keys/verify", this::verify);
    handlers.put("GET " + ONE, call -> JsonResponse.ok(shown(key(call))));
    handlers.put("PATCH " + ONE, this::update);
    handlers.put("DELETE " + ONE, this::delete);
    handlers.put("POST " + ONE + "/revoke", this::revoke);
    handlers.put("GET " + ONE + "/secret", this::secret);
  }

  private JsonResponse create(Call call) {
    Map<String, @Nullable Object> key = examples.object(KEY, call.members());
    key.put("type", call.text("type").orElse("api_key"));
    key.put("scopes", call.texts("scopes"));
    for (String optional : List.of("description", "claims", "created_by")) {
      key.put(optional, call.members().get(optional));
    }
    for (String never : List.of("revocation_reason", "last_used_at")) {
      key.put(never, null);
    }
    key.put("subject", call.text("subject").orElse(""));
    key.put("revoked", false);
    expire(key, call);
    String id = String.valueOf(key.get("id"));
    String secret = "ak_secret_" + id.substring("ak_".length());
    keys.put(id, key);
    secrets.put(secret, id);
    Map<String, @Nullable Object> shown = shown(key);
    shown.put("secret", secret);
    return JsonResponse.ok(shown);
  }

  private void expire(Map<String, @Nullable Object> key, Call call) {
    key.put(
        "expiration",
        call.members().get("seconds_until_expiration") instanceof Number seconds
            ? (Long) (examples.now() + seconds.longValue() * 1000)
            : null);
  }

  private JsonResponse list(Call call) {
    Query query = call.query();
    String text = query.first("query").orElse("").toLowerCase(Locale.ROOT);
    boolean invalidToo = query.first("include_invalid").filter("true"::equals).isPresent();
    List<Map<String, @Nullable Object>> found = new ArrayList<>();
    for (Map<String, @Nullable Object> key : keys.values()) {
      if (query.first("subject").orElse("").equals(key.get("subject"))
          && query.first("type").orElse("api_key").equals(key.get("type"))
          && String.valueOf(key.get("name")).toLowerCase(Locale.ROOT).contains(text)
          && (invalidToo || isValid(key))) {
        found.add(shown(key));
      }
    }
    return Lists.page(query, Lists.ordered(query, "-created_at", Set.of("created_at"), found));
  }

  private JsonResponse verify(Call call) {
    String secret = call.text("secret").orElse("");
    Map<String, @Nullable Object> key = keys.get(secrets.getOrDefault(secret, ""));
    if (key == null || !isValid(key)) {
      throw Refusal.notFound("valid API key with", "this secret");
    }
    key.put("last_used_at", examples.now());
    return JsonResponse.ok(shown(key));
  }

  private JsonResponse update(Call call) {
    Map<String, @Nullable Object> key = key(call);
    for (String name : List.of("claims", "scopes", "description", "subject")) {
      if (call.members().containsKey(name)) {
        key.put(name, call.members().get(name));
      }
    }
    if (call.members().containsKey("seconds_until_expiration")) {
      expire(key, call);
    }
    key.put("updated_at", examples.now());
    return JsonResponse.ok(shown(key));
  }

  private JsonResponse revoke(Call call) {
    Map<String, @Nullable Object> key = key(call);
    key.put("revoked", true);
    key.put("revocation_reason", call.members().get("revocation_reason"));
    key.put("updated_at", examples.now());
    return JsonResponse.ok(shown(key));
  }

  private JsonResponse delete(Call call) {
    String id = String.valueOf(key(call).get("id"));
    keys.remove(id);
    secrets.values().remove(id);
    return JsonResponse.ok(Map.of("id", id, "object", "api_key", "deleted", true));
  }

  private JsonResponse secret(Call call) {
    String id = String.valueOf(key(call).get("id"));
    for (Map.Entry<String, String> secret : secrets.entrySet()) {
      if (secret.getValue().equals(id)) {
        return JsonResponse.ok(Map.of("secret", secret.getKey()));
      }
    }
    throw new IllegalStateException("no secret of " + id);
  }

  private Map<String, @Nullable Object> key(Call call) {
    Map<String, @Nullable Object> key = keys.get(call.param("apiKeyID"));
    if (key == null) {
      throw Refusal.notFound("API key", call.param("apiKeyID"));
    }
    return key;
  }

  private boolean isValid(Map<String, @Nullable Object> key) {
    return !Boolean.TRUE.equals(key.get("revoked")) && !isExpired(key);
  }

  private boolean isExpired(Map<String, @Nullable Object> key) {
    return key.get("expiration") instanceof Long at && at <= examples.now();
  }

  private Map<String, @Nullable Object> shown(Map<String, @Nullable Object> key) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(key);
    copy.put("expired", isExpired(key));
    return copy;
  }
}
