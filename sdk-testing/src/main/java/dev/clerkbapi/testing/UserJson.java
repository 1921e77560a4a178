package dev.clerkbapi.testing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** BAPI's JSON of a user, with every required member. */
final class UserJson {
  /**
   * The verification attempts left for a user without failed ones; each instance can set another
   * number.
   */
  private static final int ATTEMPTS = 100;

  private UserJson() {}

  static Map<String, @Nullable Object> of(StoredUser stored, Instant now, boolean lockoutEnabled) {
    FakeUser user = stored.user();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", user.id());
    json.put("object", "user");
    json.put("username", user.username());
    json.put("first_name", user.firstName());
    json.put("last_name", user.lastName());
    json.put("image_url", "https://img.example.com/" + user.id());
    json.put("has_image", false);
    Identifications.put(json, stored);
    for (String none :
        List.of("passkeys", "external_accounts", "saml_accounts", "enterprise_accounts")) {
      json.put(none, List.of());
    }
    json.put("external_id", user.externalId());
    json.put("public_metadata", user.publicMetadata());
    json.put("private_metadata", user.privateMetadata());
    json.put("unsafe_metadata", user.unsafeMetadata());
    for (String off : List.of("two_factor_enabled", "totp_enabled", "backup_code_enabled")) {
      json.put(off, false);
    }
    for (String on :
        List.of("password_enabled", "delete_self_enabled", "create_organization_enabled")) {
      json.put(on, true);
    }
    for (String never : List.of("mfa_enabled_at", "mfa_disabled_at", "legal_accepted_at")) {
      json.put(never, null);
    }
    json.put("last_sign_in_at", millis(user.lastSignInAt()));
    json.put("last_active_at", millis(user.lastActiveAt()));
    json.put("banned", stored.isBanned());
    json.put("deprovisioned", false);
    json.put("locked", stored.isLocked(now));
    json.put("lockout_expires_in_seconds", stored.secondsLeft(now));
    json.put("verification_attempts_remaining", lockoutEnabled ? ATTEMPTS : null);
    json.put("created_at", stored.createdAt.toEpochMilli());
    json.put("updated_at", stored.updatedAt().toEpochMilli());
    json.putAll(user.members());
    return json;
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }
}
