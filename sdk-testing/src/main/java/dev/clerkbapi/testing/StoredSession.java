package dev.clerkbapi.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A session of a user. Guarded by the store. */
final class StoredSession {
  /** The default of a new Clerk instance; each instance can change it. */
  private static final Duration LIFETIME = Duration.ofDays(7);

  final String id;
  final String userId;
  final int number;
  private final Instant createdAt;
  private boolean revoked;
  private Instant updatedAt;

  StoredSession(String id, String userId, int number, Instant now) {
    this.id = id;
    this.userId = userId;
    this.number = number;
    this.createdAt = now;
    this.updatedAt = now;
  }

  String clientId() {
    return "client_" + number;
  }

  /** Returns {@code active}, {@code expired} or {@code revoked}; no other status occurs here. */
  String status(Instant now) {
    if (revoked) {
      return "revoked";
    }
    return now.isBefore(expiresAt()) ? "active" : "expired";
  }

  /** Does nothing to a session that has ended. */
  void revoke(Instant now) {
    if (status(now).equals("active")) {
      revoked = true;
      updatedAt = now;
    }
  }

  /** Returns BAPI's JSON, with every required member. */
  Map<String, @Nullable Object> json(Instant now) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("object", "session");
    json.put("id", id);
    json.put("user_id", userId);
    json.put("client_id", clientId());
    json.put("actor", null);
    json.put("status", status(now));
    json.put("last_active_organization_id", null);
    json.put("last_active_at", createdAt.toEpochMilli());
    json.put("latest_activity", null);
    json.put("expire_at", expiresAt().toEpochMilli());
    json.put("abandon_at", expiresAt().toEpochMilli());
    json.put("created_at", createdAt.toEpochMilli());
    json.put("updated_at", updatedAt.toEpochMilli());
    return json;
  }

  private Instant expiresAt() {
    return createdAt.plus(LIFETIME);
  }
}
