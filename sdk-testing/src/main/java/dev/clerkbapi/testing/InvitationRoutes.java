package dev.clerkbapi.testing;

import dev.clerkbapi.testing.Organizations.StoredOrganization;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The operations on invitations to organizations. */
final class InvitationRoutes {
  private static final String ALL = "/organizations/{organization_id}/invitations";
  private static final long DEFAULT_DAYS = 30;

  private final Organizations organizations;
  private final UserStore users;
  private final Examples examples;

  InvitationRoutes(Organizations organizations, UserStore users, Examples examples) {
    this.organizations = organizations;
    this.users = users;
    this.examples = examples;
  }

  void addTo(Map<String, Handler> handlers) {
    handlers.put("POST " + ALL, call -> JsonResponse.ok(create(call, call.members())));
    handlers.put("POST " + ALL + "/bulk", this::createAll);
    handlers.put("GET " + ALL, call -> page(call, of(organization(call), matching(call.query()))));
    handlers.put(
        "GET " + ALL + "/pending",
        call -> page(call, of(organization(call), i -> status(i).equals("pending"))));
    handlers.put(
        "GET " + ALL + "/{invitation_id}", call -> JsonResponse.ok(shown(invitation(call))));
    handlers.put("POST " + ALL + "/{invitation_id}/revoke", this::revoke);
    handlers.put("GET /organization_invitations", call -> everywhere(call, matching(call.query())));
    handlers.put("GET /users/{user_id}/organization_invitations", this::ofUser);
  }

  private Map<String, @Nullable Object> create(Call call, Map<String, ?> members) {
    StoredOrganization organization = organization(call);
    Map<String, @Nullable Object> invitation = examples.object("OrganizationInvitation", Map.of());
    invitation.put("organization_id", organization.id());
    invitation.put("status", "pending");
    for (String name : List.of("email_address", "role")) {
      invitation.put(name, members.get(name));
    }
    for (String name : List.of("public_metadata", "private_metadata")) {
      invitation.put(name, members.get(name) instanceof Map<?, ?> metadata ? metadata : Map.of());
    }
    invitation.put("role_name", String.valueOf(members.get("role")).replaceFirst("^org:", ""));
    Object inviter = members.get("inviter_user_id");
    invitation.put("inviter_id", inviter);
    invitation.put(
        "public_inviter_data",
        inviter == null ? null : PublicData.ofInviter(users.required((String) inviter)));
    long days = members.get("expires_in_days") instanceof Number n ? n.longValue() : DEFAULT_DAYS;
    invitation.put("expires_at", examples.now() + Duration.ofDays(days).toMillis());
    organization.invitations.put(String.valueOf(invitation.get("id")), invitation);
    return shown(invitation);
  }

  @SuppressWarnings("unchecked") // The keys of JSON are strings.
  private JsonResponse createAll(Call call) {
    List<Map<String, @Nullable Object>> created = new ArrayList<>();
    if (call.body() instanceof List<?> list) {
      list.forEach(members -> created.add(create(call, (Map<String, ?>) members)));
    }
    return JsonResponse.ok(Map.of("data", created, "total_count", created.size()));
  }

  private JsonResponse revoke(Call call) {
    Map<String, @Nullable Object> invitation = invitation(call);
    if (!status(invitation).equals("pending")) {
      throw new Refusal(
          JsonResponse.error(
              404, "organization_invitation_not_pending", "The invitation is not pending"));
    }
    invitation.put("status", "revoked");
    invitation.put("updated_at", examples.now());
    return JsonResponse.ok(shown(invitation));
  }

  private JsonResponse ofUser(Call call) {
    String email = users.required(call.param("user_id")).user().emailAddress();
    Predicate<Map<String, @Nullable Object>> theirs =
        invitation -> email != null && email.equals(invitation.get("email_address"));
    return everywhere(call, theirs.and(matching(call.query())));
  }

  private JsonResponse everywhere(Call call, Predicate<Map<String, @Nullable Object>> found) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (StoredOrganization organization : organizations.find(any -> true)) {
      for (Map<String, @Nullable Object> invitation : of(organization, found)) {
        invitation.put("public_organization_data", PublicData.of(organization));
        all.add(invitation);
      }
    }
    return page(call, all);
  }

  private Predicate<Map<String, @Nullable Object>> matching(Query query) {
    Lists.honoured(query, Set.of("status", "email_address", "order_by", "limit", "offset"));
    List<String> statuses = query.all("status");
    List<String> emails = query.all("email_address");
    return invitation ->
        (statuses.isEmpty() || statuses.contains(status(invitation)))
            && (emails.isEmpty() || emails.contains(invitation.get("email_address")));
  }

  private List<Map<String, @Nullable Object>> of(
      StoredOrganization organization, Predicate<Map<String, @Nullable Object>> found) {
    return organization.invitations.values().stream().filter(found).map(this::shown).toList();
  }

  private static JsonResponse page(Call call, List<Map<String, @Nullable Object>> all) {
    Set<String> fields = Set.of("created_at", "email_address");
    return Lists.page(call.query(), Lists.ordered(call.query(), "-created_at", fields, all));
  }

  private Map<String, @Nullable Object> shown(Map<String, @Nullable Object> invitation) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(invitation);
    copy.put("status", status(invitation));
    return copy;
  }

  private String status(Map<String, @Nullable Object> invitation) {
    boolean over =
        "pending".equals(invitation.get("status"))
            && invitation.get("expires_at") instanceof Long at
            && at <= examples.now();
    return over ? "expired" : String.valueOf(invitation.get("status"));
  }

  private Map<String, @Nullable Object> invitation(Call call) {
    String id = call.param("invitation_id");
    Map<String, @Nullable Object> invitation = organization(call).invitations.get(id);
    if (invitation == null) {
      throw Refusal.notFound("invitation", id);
    }
    return invitation;
  }

  private StoredOrganization organization(Call call) {
    return organizations.required(call.param("organization_id"));
  }
}
