package dev.clerkbapi.testing;

import dev.clerkbapi.testing.Organizations.StoredOrganization;
import dev.clerkbapi.testing.internal.bapi.Bapi;
import dev.clerkbapi.testing.internal.bapi.Echo;
import dev.clerkbapi.testing.internal.bapi.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations on organizations themselves. */
final class OrganizationRoutes {
  private static final String ONE = "/organizations/{organization_id}";
  private static final Schema ORGANIZATION = Bapi.described().schema("Organization").merged();
  private static final Set<String> FILTERS =
      Set.of(
          "include_members_count",
          "query",
          "user_id",
          "organization_id",
          "order_by",
          "limit",
          "offset");

  private final Organizations organizations;
  private final UserStore users;
  private final Examples examples;

  OrganizationRoutes(Organizations organizations, UserStore users, Examples examples) {
    this.organizations = organizations;
    this.users = users;
    this.examples = examples;
  }

  void addTo(Map<String, Handler> handlers) {
    handlers.put("GET /organizations", this::list);
    handlers.put("POST /organizations", this::create);
    handlers.put("GET " + ONE, this::get);
    handlers.put("PATCH " + ONE, this::update);
    handlers.put("DELETE " + ONE, this::delete);
    handlers.put("PATCH " + ONE + "/metadata", this::metadata);
    handlers.put("PUT " + ONE + "/metadata", this::metadata);
    handlers.put("PUT " + ONE + "/logo", call -> logo(call, true));
    handlers.put("DELETE " + ONE + "/logo", call -> logo(call, false));
  }

  private JsonResponse list(Call call) {
    Query query = call.query();
    Lists.honoured(query, FILTERS);
    Signs ids = Signs.of(query.all("organization_id"));
    Signs members = Signs.of(query.all("user_id"));
    String text = query.first("query").orElse("").toLowerCase(Locale.ROOT);
    List<Map<String, @Nullable Object>> found =
        organizations
            .find(
                o ->
                    ids.find(o.id())
                        && members.find(o.members::containsKey)
                        && List.of(o.id(), o.json.get("name") + "", o.json.get("slug") + "")
                            .stream()
                            .anyMatch(in -> in.toLowerCase(Locale.ROOT).contains(text)))
            .stream()
            .map(o -> o.json(true))
            .toList();
    found =
        Lists.ordered(query, "-created_at", Set.of("name", "created_at", "members_count"), found);
    if (!counts(query)) {
      found.forEach(json -> json.remove("members_count"));
    }
    return Lists.page(query, found);
  }

  private JsonResponse create(Call call) {
    call.text("created_by").ifPresent(users::required);
    StoredOrganization created =
        organizations.add(String.format("org_%027d", examples.next()), call.members());
    created(created, call.members());
    call.text("created_by")
        .ifPresent(
            id ->
                organizations.addMember(created, users.required(id), Map.of("role", "org:admin")));
    return JsonResponse.ok(created.json(false));
  }

  private JsonResponse get(Call call) {
    Lists.honoured(call.query(), Set.of("include_members_count"));
    return JsonResponse.ok(organization(call).json(counts(call.query())));
  }

  private JsonResponse update(Call call) {
    return changed(organization(call), call.members());
  }

  private JsonResponse delete(Call call) {
    StoredOrganization deleted = organization(call);
    organizations.remove(deleted.id());
    return JsonResponse.ok(Map.of("object", "organization", "id", deleted.id(), "deleted", true));
  }

  private JsonResponse metadata(Call call) {
    StoredOrganization organization = organization(call);
    Map<String, @Nullable Object> changes = new LinkedHashMap<>(organization.json);
    Metadata.change(changes, call);
    return changed(organization, changes);
  }

  private JsonResponse logo(Call call, boolean has) {
    return changed(organization(call), Map.of("has_image", has));
  }

  private JsonResponse changed(StoredOrganization organization, Map<String, ?> changes) {
    changes.forEach((name, value) -> Echo.put(organization.json, ORGANIZATION, name, value));
    created(organization, changes);
    organization.json.put("updated_at", examples.now());
    return JsonResponse.ok(organization.json(false));
  }

  /** A request has the time as text, a response as a number. */
  private static void created(StoredOrganization organization, Map<String, ?> members) {
    if (members.get("created_at") instanceof String time) {
      organization.json.put("created_at", UserChanges.millis("created_at", time));
    }
  }

  private StoredOrganization organization(Call call) {
    return organizations.required(call.param("organization_id"));
  }

  private static boolean counts(Query query) {
    return query.first("include_members_count").filter("true"::equals).isPresent();
  }
}
