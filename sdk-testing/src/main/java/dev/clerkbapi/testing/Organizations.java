package dev.clerkbapi.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The organizations that the fake holds, with their members and invitations. Thread-safe. */
final class Organizations {
  private final Map<String, StoredOrganization> all = new LinkedHashMap<>();
  private final Examples examples;

  /** An organization, its memberships by user ID, and its invitations by ID. */
  static final class StoredOrganization {
    final Map<String, @Nullable Object> json;
    final Map<String, Map<String, @Nullable Object>> members = new LinkedHashMap<>();
    final Map<String, Map<String, @Nullable Object>> invitations = new LinkedHashMap<>();

    StoredOrganization(Map<String, @Nullable Object> json) {
      this.json = json;
    }

    String id() {
      return String.valueOf(json.get("id"));
    }

    /** Returns the JSON as it is now. */
    Map<String, @Nullable Object> json(boolean withCount) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>(json);
      copy.remove("members_count");
      if (withCount) {
        copy.put("members_count", members.size());
      }
      copy.put(
          "pending_invitations_count",
          (int)
              invitations.values().stream().filter(i -> "pending".equals(i.get("status"))).count());
      return copy;
    }

    List<Map<String, @Nullable Object>> memberships() {
      members.values().forEach(membership -> membership.put("organization", json(false)));
      return List.copyOf(members.values());
    }
  }

  Organizations(Examples examples) {
    this.examples = examples;
  }

  /** Adds an organization with members that the request or the test gives it. */
  synchronized StoredOrganization add(String id, Map<String, ?> known) {
    Map<String, @Nullable Object> json = examples.object("Organization", known);
    json.put("id", id);
    json.putIfAbsent("name", id);
    for (String metadata : List.of("public_metadata", "private_metadata")) {
      json.put(metadata, known.containsKey(metadata) ? known.get(metadata) : Map.of());
    }
    String name = String.valueOf(json.get("name"));
    json.put("slug", known.containsKey("slug") ? known.get("slug") : slug(name));
    for (String optional : List.of("created_by", "role_set_key", "last_active_at")) {
      if (!known.containsKey(optional)) {
        json.remove(optional);
      }
    }
    json.remove("missing_member_with_elevated_permissions");
    StoredOrganization added = new StoredOrganization(json);
    all.put(id, added);
    return added;
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  /** Returns an organization by its ID or slug, or refuses the request. */
  synchronized StoredOrganization required(String idOrSlug) {
    return Optional.ofNullable(all.get(idOrSlug))
        .or(
            () ->
                all.values().stream().filter(o -> idOrSlug.equals(o.json.get("slug"))).findFirst())
        .orElseThrow(() -> Refusal.notFound("organization", idOrSlug));
  }

  synchronized void remove(String id) {
    all.remove(id);
  }

  synchronized void removeUser(String userId) {
    all.values().forEach(organization -> organization.members.remove(userId));
  }

  synchronized boolean isMember(String organizationId, String userId) {
    StoredOrganization organization = all.get(organizationId);
    return organization != null && organization.members.containsKey(userId);
  }

  /** Makes a user a member, or gives a member another role. */
  synchronized Map<String, @Nullable Object> addMember(
      StoredOrganization organization, StoredUser user, Map<String, ?> known) {
    Map<String, @Nullable Object> membership =
        examples.object("OrganizationMembership", Map.of("permissions", List.of()));
    membership.putAll(Map.of("public_metadata", Map.of(), "private_metadata", Map.of()));
    known.forEach(membership::put);
    membership.remove("user_id");
    membership.put("role_name", String.valueOf(membership.get("role")).replaceFirst("^org:", ""));
    membership.put("organization", organization.json(false));
    membership.put("public_user_data", PublicData.of(user));
    organization.members.put(user.user().id(), membership);
    return membership;
  }

  /** Returns what is found, in the order in which it was added. */
  synchronized List<StoredOrganization> find(Predicate<StoredOrganization> found) {
    return stream().filter(found).toList();
  }

  private Stream<StoredOrganization> stream() {
    return all.values().stream();
  }
}
