package dev.clerkbapi.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The operations on users. */
final class UserRoutes {
  private static final String USER = "/users/{user_id}";

  private final UserStore users;
  private final Organizations organizations;
  private final Examples examples;

  UserRoutes(UserStore users, Organizations organizations, Examples examples) {
    this.users = users;
    this.organizations = organizations;
    this.examples = examples;
  }

  void addTo(Map<String, Handler> handlers) {
    handlers.put("GET /users", call -> list(call.query()));
    handlers.put("GET /users/count", call -> count(call.query()));
    handlers.put("POST /users", this::create);
    handlers.put("GET " + USER, call -> users.act(call.param("user_id"), ""));
    handlers.put("PATCH " + USER, this::update);
    handlers.put("DELETE " + USER, this::delete);
    handlers.put("PATCH " + USER + "/metadata", this::update);
    handlers.put("PUT " + USER + "/metadata", this::update);
    for (String action : List.of("lock", "unlock", "ban", "unban")) {
      handlers.put("POST " + USER + "/" + action, call -> users.act(call.param("user_id"), action));
    }
    handlers.put("POST /users/ban", call -> all(call, "ban"));
    handlers.put("POST /users/unban", call -> all(call, "unban"));
  }

  private JsonResponse list(Query query) {
    Paging paging = Paging.of(query);
    Set<String> others = Set.of("limit", "offset", "order_by", "organization_id");
    Predicate<StoredUser> found = UserFilters.of(query, others);
    return JsonResponse.ok(users.page(found.and(members(query)), UserOrder.of(query), paging));
  }

  private JsonResponse count(Query query) {
    // What "-" excludes is documented for the list only.
    for (String name : List.of("user_id", "external_id")) {
      if (query.all(name).stream().anyMatch(id -> id.startsWith("-"))) {
        throw Refusal.unsupported(
            "Clerk does not say what \"-\" before the %s of a count means, so FakeBapi cannot count it"
                .formatted(name));
      }
    }
    Predicate<StoredUser> found = UserFilters.of(query, Set.of("organization_id"));
    int count = users.count(found.and(members(query)));
    return JsonResponse.ok(Map.of("object", "total_count", "total_count", count));
  }

  private Predicate<StoredUser> members(Query query) {
    List<String> ids = query.all("organization_id");
    Signs signs = Signs.of(ids);
    return ids.isEmpty()
        ? user -> true
        : user -> signs.find(id -> organizations.isMember(id, user.user().id()));
  }

  private JsonResponse create(Call call) {
    String id = String.format("user_%027d", examples.next());
    FakeUser.Builder user = FakeUser.builder(id).firstName(null).lastName(null).emailAddress(null);
    UserChanges.apply(user, call);
    users.put(user.build());
    return users.act(id, "");
  }

  private JsonResponse update(Call call) {
    StoredUser stored = users.required(call.param("user_id"));
    FakeUser.Builder changed = stored.user().toBuilder();
    UserChanges.apply(changed, call);
    users.change(stored, changed.build());
    return users.act(call.param("user_id"), "");
  }

  private JsonResponse delete(Call call) {
    String id = call.param("user_id");
    users.remove(id);
    organizations.removeUser(id);
    return JsonResponse.ok(Map.of("object", "user", "id", id, "deleted", true));
  }

  /** Changes all users or, if one of them does not exist, none. */
  private JsonResponse all(Call call, String action) {
    List<String> ids = call.texts("user_ids");
    ids.forEach(users::required);
    return JsonResponse.ok(ids.stream().map(id -> users.act(id, action).body()).toList());
  }
}
