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
    FakeUser user = stored.user;
    String emailId = "idn_" + stored.number;
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", user.id());
    json.put("object", "user");
    json.put("username", null);
    json.put("first_name", user.firstName());
    json.put("last_name", user.lastName());
    json.put("image_url", "https://img.example.com/" + user.id());
    json.put("has_image", false);
    json.put("primary_email_address_id", emailId);
    json.put("primary_phone_number_id", null);
    json.put("primary_web3_wallet_id", null);
    json.put("email_addresses", List.of(email(emailId, user.emailAddress(), stored.createdAt)));
    for (String none :
        List.of(
            "phone_numbers",
            "web3_wallets",
            "passkeys",
            "external_accounts",
            "saml_accounts",
            "enterprise_accounts")) {
      json.put(none, List.of());
    }
    json.put("external_id", null);
    json.put("public_metadata", Map.of());
    json.put("private_metadata", user.privateMetadata());
    json.put("unsafe_metadata", Map.of());
    for (String off : List.of("two_factor_enabled", "totp_enabled", "backup_code_enabled")) {
      json.put(off, false);
    }
    for (String on :
        List.of("password_enabled", "delete_self_enabled", "create_organization_enabled")) {
      json.put(on, true);
    }
    for (String never :
        List.of(
            "last_sign_in_at",
            "last_active_at",
            "mfa_enabled_at",
            "mfa_disabled_at",
            "legal_accepted_at")) {
      json.put(never, null);
    }
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

  private static Map<String, @Nullable Object> email(String id, String address, Instant createdAt) {
    Map<String, @Nullable Object> verification = new LinkedHashMap<>();
    verification.put("object", "verification_otp");
    verification.put("status", "verified");
    verification.put("strategy", "email_code");
    verification.put("attempts", 1);
    verification.put("expire_at", createdAt.plusSeconds(600).toEpochMilli());
    Map<String, @Nullable Object> email = new LinkedHashMap<>();
    email.put("id", id);
    email.put("object", "email_address");
    email.put("email_address", address);
    email.put("reserved", false);
    email.put("verification", verification);
    email.put("linked_to", List.of());
    email.put("created_at", createdAt.toEpochMilli());
    email.put("updated_at", createdAt.toEpochMilli());
    return email;
  }
}
