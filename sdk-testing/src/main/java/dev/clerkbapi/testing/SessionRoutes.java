package dev.clerkbapi.testing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations on sessions. */
final class SessionRoutes {
  private static final Set<String> STATUSES =
      Set.of("abandoned", "active", "ended", "expired", "removed", "replaced", "revoked");

  private final SessionStore sessions;

  SessionRoutes(SessionStore sessions) {
    this.sessions = sessions;
  }

  /** Returns an array or, with {@code paginated}, an object with the array and the total. */
  JsonResponse list(Query query) {
    Optional<String> status = query.first("status");
    if (status.isPresent() && !STATUSES.contains(status.get())) {
      throw Refusal.invalid(
          "form_param_value_invalid", "status", "There is no status " + status.get());
    }
    SessionStore.Found found =
        sessions.find(query.first("user_id"), query.first("client_id"), status, Paging.of(query));
    boolean withTotal = query.first("paginated").filter("true"::equals).isPresent();
    return JsonResponse.ok(
        withTotal ? Map.of("data", found.page(), "total_count", found.total()) : found.page());
  }

  JsonResponse get(String id) {
    return sessions.show(id, false);
  }

  JsonResponse revoke(String id) {
    return sessions.show(id, true);
  }
}
