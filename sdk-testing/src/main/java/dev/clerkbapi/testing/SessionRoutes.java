package dev.clerkbapi.testing;

import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
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
  JsonResponse list(Request request) {
    Optional<Paging> paging = Paging.of(request);
    Optional<String> status = value(request, "status");
    if (paging.isEmpty()) {
      return Paging.refused();
    }
    if (status.isPresent() && !STATUSES.contains(status.get())) {
      return JsonResponse.error(
          422, "form_param_value_invalid", "There is no status " + status.get());
    }
    SessionStore.Found found =
        sessions.find(value(request, "user_id"), value(request, "client_id"), status, paging.get());
    boolean withTotal = value(request, "paginated").filter("true"::equals).isPresent();
    return JsonResponse.ok(
        withTotal ? Map.of("data", found.page(), "total_count", found.total()) : found.page());
  }

  JsonResponse get(String id) {
    return sessions.show(id, false);
  }

  JsonResponse revoke(String id) {
    return sessions.show(id, true);
  }

  private static Optional<String> value(Request request, String name) {
    QueryParameter parameter = request.queryParameter(name);
    return parameter.isPresent() ? Optional.of(parameter.firstValue()) : Optional.empty();
  }
}
