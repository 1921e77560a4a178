package dev.clerkbapi.testing;

import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations on users. */
final class UserRoutes {
  /** As documented; the status and code with which BAPI refuses more IDs are not. */
  private static final int MOST_IDS = 100;

  private final UserStore users;

  UserRoutes(UserStore users) {
    this.users = users;
  }

  JsonResponse list(Request request) {
    Optional<Paging> paging = Paging.of(request);
    List<String> ids = ids(request);
    if (paging.isEmpty()) {
      return Paging.refused();
    }
    return ids.size() > MOST_IDS ? tooManyIds() : JsonResponse.ok(users.page(ids, paging.get()));
  }

  JsonResponse count(Request request) {
    List<String> ids = ids(request);
    return ids.size() > MOST_IDS
        ? tooManyIds()
        : JsonResponse.ok(Map.of("object", "total_count", "total_count", users.count(ids)));
  }

  JsonResponse act(String id, String action) {
    return users.act(id, action);
  }

  private static List<String> ids(Request request) {
    QueryParameter ids = request.queryParameter("user_id");
    return ids.isPresent() ? ids.values() : List.of();
  }

  private static JsonResponse tooManyIds() {
    return JsonResponse.error(
        422, "form_param_array_size_exceeded", "user_id can be given " + MOST_IDS + " times");
  }
}
