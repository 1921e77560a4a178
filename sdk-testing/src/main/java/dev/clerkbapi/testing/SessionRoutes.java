package dev.clerkbapi.testing;

import java.util.Map;

/** The operations on sessions. */
final class SessionRoutes {
  private final SessionStore sessions;
  private final UserStore users;
  private final Examples examples;

  SessionRoutes(SessionStore sessions, UserStore users, Examples examples) {
    this.sessions = sessions;
    this.users = users;
    this.examples = examples;
  }

  void addTo(Map<String, Handler> handlers) {
    handlers.put("GET /sessions", call -> list(call.query()));
    handlers.put("POST /sessions", this::create);
    handlers.put(
        "GET /sessions/{session_id}", call -> sessions.show(call.param("session_id"), false));
    handlers.put(
        "POST /sessions/{session_id}/revoke",
        call -> sessions.show(call.param("session_id"), true));
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
}
