package dev.clerkbapi.testing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** BAPI's JSON of what a user signs in with: one e-mail address, phone number, Web3 wallet. */
final class Identifications {
  private Identifications() {}

  static void put(Map<String, @Nullable Object> user, StoredUser stored) {
    put(user, "email_address", "email_addresses", "idn_", stored, stored.user().emailAddress());
    put(user, "phone_number", "phone_numbers", "idn_p", stored, stored.user().phoneNumber());
    put(user, "web3_wallet", "web3_wallets", "idn_w", stored, stored.user().web3Wallet());
  }

  private static void put(
      Map<String, @Nullable Object> user,
      String kind,
      String list,
      String prefix,
      StoredUser stored,
      @Nullable String value) {
    String id = value == null ? null : prefix + stored.number;
    user.put("primary_" + kind + "_id", id);
    user.put(list, id == null ? List.of() : List.of(json(kind, id, value, stored.createdAt)));
  }

  private static Map<String, @Nullable Object> json(
      String kind, String id, @Nullable String value, Instant createdAt) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("object", kind);
    json.put(kind, value);
    if (!kind.equals("web3_wallet")) {
      json.put("reserved", false);
      json.put("linked_to", List.of());
    }
    if (kind.equals("phone_number")) {
      json.put("reserved_for_second_factor", false);
      json.put("default_second_factor", false);
      json.put("backup_codes", null);
    }
    json.put("verification", kind.equals("email_address") ? byCode(createdAt) : byAdministrator());
    json.put("created_at", createdAt.toEpochMilli());
    json.put("updated_at", createdAt.toEpochMilli());
    return json;
  }

  private static Map<String, @Nullable Object> byCode(Instant createdAt) {
    Map<String, @Nullable Object> verification = new LinkedHashMap<>();
    verification.put("object", "verification_otp");
    verification.put("status", "verified");
    verification.put("strategy", "email_code");
    verification.put("attempts", 1);
    verification.put("expire_at", createdAt.plusSeconds(600).toEpochMilli());
    return verification;
  }

  private static Map<String, @Nullable Object> byAdministrator() {
    Map<String, @Nullable Object> verification = new LinkedHashMap<>();
    verification.put("object", "verification_admin");
    verification.put("status", "verified");
    verification.put("strategy", "admin");
    verification.put("attempts", null);
    verification.put("expire_at", null);
    return verification;
  }
}
