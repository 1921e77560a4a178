package dev.clerkbapi.testing;

import java.util.Map;
import java.util.Set;

/** The operations on users. */
final class UserRoutes {
  private final UserStore users;

  UserRoutes(UserStore users) {
    this.users = users;
  }

  JsonResponse list(Query query) {
    Paging paging = Paging.of(query);
    return JsonResponse.ok(
        users.page(
            UserFilters.of(query, Set.of("limit", "offset", "order_by")),
            UserOrder.of(query),
            paging));
  }

  JsonResponse count(Query query) {
    // What "-" excludes is documented for the list only.
    for (String name : Set.of("user_id", "external_id")) {
      if (query.all(name).stream().anyMatch(id -> id.startsWith("-"))) {
        throw Refusal.unsupported(
            "Clerk does not say what \"-\" before the %s of a count means, so FakeBapi cannot count it"
                .formatted(name));
      }
    }
    int count = users.count(UserFilters.of(query, Set.of()));
    return JsonResponse.ok(Map.of("object", "total_count", "total_count", count));
  }

  JsonResponse act(String id, String action) {
    return users.act(id, action);
  }
}
