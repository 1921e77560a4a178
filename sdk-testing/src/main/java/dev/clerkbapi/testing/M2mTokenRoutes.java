package dev.clerkbapi.testing;

import dev.clerkbapi.testing.internal.bapi.Bapi;
import dev.clerkbapi.testing.internal.bapi.Schema;
import dev.clerkbapi.testing.internal.http.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The machines and their M2M tokens that the fake holds, and the operations on the tokens. */
final class M2mTokenRoutes {
  private static final String ALL = "/m2m_tokens";
  private static final String BEARER = "Bearer ";
  private static final long DEFAULT_SECONDS = 3600;
  private static final Schema TOKEN =
      Bapi.described().operation("POST " + ALL).orElseThrow().response().orElseThrow();

  private final Examples examples;
  private final TokenSigner signer;
  private final Map<String, Machine> machinesByKey = new LinkedHashMap<>();
  private final Map<String, Map<String, @Nullable Object>> tokens = new LinkedHashMap<>();

  /** Who creates tokens, and for which machines. */
  private record Machine(String id, List<String> scopes) {}

  M2mTokenRoutes(Examples examples, TokenSigner signer) {
    this.examples = examples;
    this.signer = signer;
  }

  void addTo(Map<String, Handler> handlers) {
    handlers.put("POST " + ALL, this::create);
    handlers.put("GET " + ALL, this::list);
    handlers.put("POST " + ALL + "/verify", this::verify);
    handlers.put("POST " + ALL + "/{m2m_token_id}/revoke", this::revoke);
  }

  /** Returns the machine's secret key. */
  synchronized String addMachine(String id, List<String> scopes) {
    String key = "ak_machine_" + RandomIds.hex();
    machinesByKey.put(BEARER + key, new Machine(id, scopes));
    return key;
  }

  /** Returns whether a request has the secret key of a machine, for an operation that takes it. */
  synchronized boolean isByMachine(Request request) {
    return request.path().startsWith("/v1" + ALL)
        && machinesByKey.containsKey(request.header("Authorization"));
  }

  private synchronized JsonResponse create(Call call) {
    Machine machine =
        machinesByKey.getOrDefault(
            call.authorization(),
            new Machine((String) Objects.requireNonNull(example().get("subject")), List.of()));
    Map<String, @Nullable Object> kept = reusable(call, machine);
    Map<String, @Nullable Object> token = kept == null ? created(call, machine) : kept;
    tokens.put(String.valueOf(token.get("id")), token);
    return new JsonResponse(201, withExpiry(token), Map.of());
  }

  private Map<String, @Nullable Object> example() {
    return examples.object(TOKEN, Map.of());
  }

  private Map<String, @Nullable Object> created(Call call, Machine machine) {
    long seconds =
        call.members().get("seconds_until_expiration") instanceof Number number
            ? number.longValue()
            : DEFAULT_SECONDS;
    Map<String, @Nullable Object> token = example();
    String id = String.valueOf(token.get("id"));
    token.put("subject", machine.id());
    token.put("scopes", machine.scopes());
    token.put("claims", call.members().get("claims"));
    token.put("expiration", examples.now() + seconds * 1000);
    token.put("revoked", false);
    token.put("revocation_reason", null);
    token.put("last_used_at", null);
    token.put(
        "token", isJwt(call) ? jwt(call, machine, id, seconds) : "mt_secret_" + RandomIds.hex());
    return token;
  }

  private static boolean isJwt(Call call) {
    return call.text("token_format").filter("jwt"::equals).isPresent();
  }

  private String jwt(Call call, Machine machine, String id, long seconds) {
    FakeJwt jwt =
        signer
            .m2m(machine.id(), machine.scopes().toArray(String[]::new))
            .with("jti", id)
            .lifetime(Duration.ofSeconds(seconds));
    if (call.members().get("claims") instanceof Map<?, ?> claims) {
      for (Map.Entry<?, ?> claim : claims.entrySet()) {
        jwt = jwt.with(String.valueOf(claim.getKey()), claim.getValue());
      }
    }
    return jwt.sign();
  }

  /** The latest of the same kind that lives long enough, if the request says how long that is. */
  private @Nullable Map<String, @Nullable Object> reusable(Call call, Machine machine) {
    if (!(call.members().get("min_remaining_ttl_seconds") instanceof Number seconds)) {
      return null;
    }
    long end = examples.now() + seconds.longValue() * 1000;
    List<Map<String, @Nullable Object>> found =
        found(
            token ->
                machine.id().equals(token.get("subject"))
                    && Objects.equals(call.members().get("claims"), token.get("claims"))
                    && isJwt(call) != String.valueOf(token.get("token")).startsWith("mt_")
                    && isValid(token)
                    && token.get("expiration") instanceof Long expiration
                    && expiration >= end);
    return found.isEmpty() ? null : found.get(0);
  }

  private synchronized JsonResponse list(Call call) {
    Query query = call.query();
    String subject = query.first("subject").orElse("");
    boolean revokedToo = query.first("revoked").filter("true"::equals).isPresent();
    boolean expiredToo = query.first("expired").filter("true"::equals).isPresent();
    List<Map<String, @Nullable Object>> all =
        found(
            token ->
                subject.equals(token.get("subject"))
                    && (revokedToo || !isRevoked(token))
                    && (expiredToo || !isExpired(token)));
    return JsonResponse.ok(
        Map.of(
            "m2m_tokens",
            Paging.of(query).of(all.stream()).map(this::shown).toList(),
            "total_count",
            all.size()));
  }

  /** With the secret key of a machine, only tokens for that machine are good. */
  private synchronized JsonResponse verify(Call call) {
    String sent = call.text("token").orElse("");
    Machine machine = machinesByKey.get(call.authorization());
    List<Map<String, @Nullable Object>> found =
        found(
            token ->
                sent.equals(token.get("token"))
                    && isValid(token)
                    && (machine == null
                        || (token.get("scopes") instanceof List<?> scopes
                            && scopes.contains(machine.id()))));
    if (found.isEmpty()) {
      throw Refusal.notFound("valid M2M token", "like this");
    }
    found.get(0).put("last_used_at", examples.now());
    return JsonResponse.ok(shown(found.get(0)));
  }

  private synchronized JsonResponse revoke(Call call) {
    Map<String, @Nullable Object> token = tokens.get(call.param("m2m_token_id"));
    if (token == null) {
      throw Refusal.notFound("M2M token", call.param("m2m_token_id"));
    }
    token.put("revoked", true);
    token.put("revocation_reason", call.members().get("revocation_reason"));
    token.put("updated_at", examples.now());
    return JsonResponse.ok(shown(token));
  }

  /** Newest first. */
  private List<Map<String, @Nullable Object>> found(
      Predicate<Map<String, @Nullable Object>> wanted) {
    List<Map<String, @Nullable Object>> found =
        new ArrayList<>(tokens.values().stream().filter(wanted).toList());
    Collections.reverse(found);
    return found;
  }

  private boolean isValid(Map<String, @Nullable Object> token) {
    return !isRevoked(token) && !isExpired(token);
  }

  private static boolean isRevoked(Map<String, @Nullable Object> token) {
    return Boolean.TRUE.equals(token.get("revoked"));
  }

  private boolean isExpired(Map<String, @Nullable Object> token) {
    return token.get("expiration") instanceof Long at && at <= examples.now();
  }

  private Map<String, @Nullable Object> withExpiry(Map<String, @Nullable Object> token) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(token);
    copy.put("expired", isExpired(token));
    return copy;
  }

  /** Without the token itself, which only the response to its creation has. */
  private Map<String, @Nullable Object> shown(Map<String, @Nullable Object> token) {
    Map<String, @Nullable Object> copy = withExpiry(token);
    copy.remove("token");
    return copy;
  }
}
