package dev.clerkbapi.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers ask of a {@link User} that no single member of the JSON says. */
public interface UserView {
  Boolean locked();

  @Nullable Long lockoutExpiresInSeconds();

  @Nullable Instant receivedAt();

  @Nullable String firstName();

  @Nullable String lastName();

  @Nullable String primaryEmailAddressId();

  List<EmailAddress> emailAddresses();

  /**
   * Whether the user is locked out of signing in, and until when.
   *
   * <p>This is about locking only: a user who is {@code banned()} or {@code deprovisioned()} cannot
   * sign in either, and need not be locked.
   */
  default UserLockout lockout() {
    return new UserLockout(locked(), lockoutExpiresInSeconds(), receivedAt());
  }

  /**
   * The e-mail address that {@code primary_email_address_id} names; empty when the user has none.
   */
  default Optional<EmailAddress> primaryEmailAddress() {
    String id = primaryEmailAddressId();
    if (id != null) {
      for (EmailAddress candidate : emailAddresses()) {
        if (id.equals(candidate.id())) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * First and last name with a space between them, or the one that is set; empty when neither is.
   */
  default Optional<String> fullName() {
    String first = firstName() == null ? "" : firstName().strip();
    String last = lastName() == null ? "" : lastName().strip();
    String full = first.isEmpty() || last.isEmpty() ? first + last : first + " " + last;
    return full.isEmpty() ? Optional.empty() : Optional.of(full);
  }
}
