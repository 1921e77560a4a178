package dev.clerkbapi.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What memberships and invitations show of users and organizations. */
final class PublicData {
  private PublicData() {}

  static Map<String, @Nullable Object> of(StoredUser stored) {
    FakeUser user = stored.user();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("user_id", user.id());
    json.put("first_name", user.firstName());
    json.put("last_name", user.lastName());
    json.put("image_url", "https://img.example.com/" + user.id());
    json.put("profile_image_url", null);
    json.put("has_image", false);
    json.put("identifier", identifier(user));
    json.put("username", user.username());
    json.put("banned", stored.isBanned());
    return json;
  }

  /** Returns the same for whoever invites, of whom less is shown. */
  static Map<String, @Nullable Object> ofInviter(StoredUser stored) {
    Map<String, @Nullable Object> json = of(stored);
    json.keySet().removeAll(List.of("profile_image_url", "username", "banned"));
    json.put("identifier", String.valueOf(json.get("identifier")));
    return json;
  }

  static Map<String, @Nullable Object> of(Organizations.StoredOrganization organization) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>(organization.json);
    json.keySet().retainAll(List.of("id", "name", "slug", "has_image", "image_url"));
    return json;
  }

  private static @Nullable String identifier(FakeUser user) {
    for (String identifier :
        new @Nullable String[] {user.emailAddress(), user.phoneNumber(), user.username()}) {
      if (identifier != null) {
        return identifier;
      }
    }
    return user.web3Wallet();
  }
}
