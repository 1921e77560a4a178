package dev.clerkbapi.testing;

import dev.clerkbapi.testing.Organizations.StoredOrganization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The operations on the members of organizations. */
final class MembershipRoutes {
  private static final String ALL = "/organizations/{organization_id}/memberships";
  private static final String ONE = ALL + "/{user_id}";

  /** The other filters are those of users. */
  private static final Set<String> OWN = Set.of("role", "order_by", "limit", "offset");

  private final Organizations organizations;
  private final UserStore users;
  private final Examples examples;

  MembershipRoutes(Organizations organizations, UserStore users, Examples examples) {
    this.organizations = organizations;
    this.users = users;
    this.examples = examples;
  }

  void addTo(Map<String, Handler> handlers) {
    handlers.put("GET " + ALL, this::list);
    handlers.put("POST " + ALL, this::create);
    handlers.put("PATCH " + ONE, this::update);
    handlers.put("DELETE " + ONE, this::delete);
    handlers.put("PATCH " + ONE + "/metadata", this::update);
    handlers.put("GET /organization_memberships", call -> everywhere(call, id -> true));
    handlers.put("GET /users/{user_id}/organization_memberships", this::ofUser);
  }

  private JsonResponse list(Call call) {
    Query query = call.query();
    for (String time : List.of("created_at_before", "created_at_after")) {
      if (!query.all(time).isEmpty()) {
        throw Refusal.unsupported("FakeBapi does not filter memberships by " + time);
      }
    }
    Predicate<StoredUser> found = UserFilters.of(query, OWN);
    List<String> roles = query.all("role");
    StoredOrganization organization = organization(call);
    organization.memberships();
    List<Map<String, @Nullable Object>> memberships = new ArrayList<>();
    organization.members.forEach(
        (id, membership) -> {
          if (users.find(id).filter(found).isPresent()
              && (roles.isEmpty() || roles.contains(membership.get("role")))) {
            memberships.add(copy(membership));
          }
        });
    return page(query, memberships);
  }

  private JsonResponse create(Call call) {
    StoredOrganization organization = organization(call);
    StoredUser user = users.required(call.text("user_id").orElse(""));
    if (organization.members.containsKey(user.user().id())) {
      throw new Refusal(
          JsonResponse.error(
              400, "already_a_member_in_organization", "The user is a member already"));
    }
    return JsonResponse.ok(copy(organizations.addMember(organization, user, call.members())));
  }

  private JsonResponse update(Call call) {
    Map<String, @Nullable Object> membership = membership(call);
    call.text("role").ifPresent(role -> membership.put("role", role));
    Metadata.change(membership, call);
    membership.put("updated_at", examples.now());
    return JsonResponse.ok(copy(membership));
  }

  private JsonResponse delete(Call call) {
    Map<String, @Nullable Object> membership = membership(call);
    organization(call).members.remove(call.param("user_id"));
    return JsonResponse.ok(membership);
  }

  private JsonResponse ofUser(Call call) {
    users.required(call.param("user_id"));
    return everywhere(call, call.param("user_id")::equals);
  }

  private JsonResponse everywhere(Call call, Predicate<String> userId) {
    List<Map<String, @Nullable Object>> memberships = new ArrayList<>();
    for (StoredOrganization organization : organizations.find(any -> true)) {
      organization.memberships();
      organization.members.forEach(
          (id, membership) -> {
            if (userId.test(id)) {
              memberships.add(copy(membership));
            }
          });
    }
    return page(call.query(), memberships);
  }

  private static JsonResponse page(Query query, List<Map<String, @Nullable Object>> memberships) {
    Set<String> fields = Set.of("created_at", "updated_at", "role");
    return Lists.page(query, Lists.ordered(query, "-created_at", fields, memberships));
  }

  private Map<String, @Nullable Object> membership(Call call) {
    String userId = call.param("user_id");
    Map<String, @Nullable Object> membership = organization(call).members.get(userId);
    if (membership == null) {
      throw Refusal.notFound("membership of user", userId);
    }
    return membership;
  }

  private StoredOrganization organization(Call call) {
    return organizations.required(call.param("organization_id"));
  }

  private static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> json) {
    return new LinkedHashMap<>(json);
  }
}
