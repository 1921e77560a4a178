package dev.clerkbapi.testing;

import dev.clerkbapi.testing.internal.bapi.Bapi;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the body of a request that creates or updates a user into the user. */
final class UserChanges {
  /** Texts that become times of the user. */
  private static final Set<String> TIMES = Set.of("created_at", "legal_accepted_at");

  private static final Set<String> SHOWN = Bapi.described().schema("User").propertyNames();

  private UserChanges() {}

  static void apply(FakeUser.Builder user, Call call) {
    one(call, "email_address").ifPresent(user::emailAddress);
    one(call, "phone_number").ifPresent(user::phoneNumber);
    one(call, "web3_wallet").ifPresent(user::web3Wallet);
    call.members().forEach((name, value) -> apply(user, call, name, value));
  }

  private static void apply(FakeUser.Builder user, Call call, String name, @Nullable Object value) {
    switch (name) {
      case "first_name" -> user.firstName((String) value);
      case "last_name" -> user.lastName((String) value);
      case "username" -> user.username((String) value);
      case "external_id" -> user.externalId((String) value);
      case "banned" -> user.banned(Boolean.TRUE.equals(value));
      case "locked" -> user.locked(Boolean.TRUE.equals(value));
      case "public_metadata", "private_metadata", "unsafe_metadata" -> {
        if (value instanceof Map<?, ?> metadata) {
          user.metadata(name, Metadata.of(call, user.metadata(name), metadata));
        }
      }
      default -> {
        // Passwords and the like show in no response.
        if (SHOWN.contains(name)) {
          user.member(name, TIMES.contains(name) ? millis(name, value) : value);
        }
      }
    }
  }

  static @Nullable Long millis(String name, @Nullable Object time) {
    try {
      return time == null ? null : Instant.parse((String) time).toEpochMilli();
    } catch (DateTimeParseException e) {
      throw Refusal.invalid(
          "form_param_invalid_time", name, name + " is a time such as 2026-05-12T10:00:00Z");
    }
  }

  /** Loses none of several addresses silently. */
  private static Optional<String> one(Call call, String name) {
    if (call.texts(name).size() > 1) {
      throw Refusal.unsupported(
          "FakeBapi keeps one %s of a user, not %s. Create the user with the primary one"
              .formatted(name, call.texts(name).size()));
    }
    return call.texts(name).stream().findFirst();
  }
}
