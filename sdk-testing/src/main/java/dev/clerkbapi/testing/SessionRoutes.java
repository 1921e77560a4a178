package dev.clerkbapi.testing;

import java.time.Duration;
import java.util.Map;

/** The operations on sessions. */
final class SessionRoutes {
  private final SessionStore sessions;
  private final UserStore users;
  private final Examples examples;
  private final TokenSigner signer;

  SessionRoutes(SessionStore sessions, UserStore users, Examples examples, TokenSigner signer) {
    this.sessions = sessions;
    this.users = users;
    this.examples = examples;
    this.signer = signer;
  }

  void addTo(Map<String, Handler> handlers) {
    handlers.put("GET /sessions", call -> list(call.query()));
    handlers.put("POST /sessions", this::create);
    handlers.put(
        "GET /sessions/{session_id}", call -> sessions.show(call.param("session_id"), false));
    handlers.put(
        "POST /sessions/{session_id}/revoke",
        call -> sessions.show(call.param("session_id"), true));
    handlers.put("POST /sessions/{session_id}/tokens", this::token);
    handlers.put("POST /sessions/{session_id}/tokens/{template_name}", this::templateToken);
  }

  /** Returns an array or, with {@code paginated}, an object with the array and the total. */
  private JsonResponse list(Query query) {
    SessionStore.Found found =
        sessions.find(
            query.first("user_id"),
            query.first("client_id"),
            query.first("status"),
            Paging.of(query));
    boolean withTotal = query.first("paginated").filter("true"::equals).isPresent();
    return JsonResponse.ok(
        withTotal ? Map.of("data", found.page(), "total_count", found.total()) : found.page());
  }

  private JsonResponse create(Call call) {
    String userId = call.text("user_id").orElse("");
    users.required(userId);
    String id = String.format("sess_%027d", examples.next());
    sessions.put(userId, id);
    return sessions.show(id, false);
  }

  private JsonResponse token(Call call) {
    String id = call.param("session_id");
    return signed(call, signer.session(sessions.activeUser(id)).sessionId(id));
  }

  /** Templates are not kept: one of any name has no claims of its own. */
  private JsonResponse templateToken(Call call) {
    return signed(call, signer.template(sessions.activeUser(call.param("session_id"))));
  }

  private static <T extends FakeToken<T>> JsonResponse signed(Call call, T token) {
    T made =
        call.members().get("expires_in_seconds") instanceof Number seconds
            ? token.lifetime(Duration.ofSeconds(seconds.longValue()))
            : token;
    return JsonResponse.ok(Map.of("object", "token", "jwt", made.sign()));
  }
}
