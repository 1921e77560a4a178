package dev.clerkbapi.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Methods of {@link User} that combine several members of its JSON: lockout, full name, primary
 * e-mail address.
 */
public interface UserConveniences {
  Boolean locked();

  @Nullable Long lockoutExpiresInSeconds();

  @Nullable Instant receivedAt();

  @Nullable String firstName();

  @Nullable String lastName();

  @Nullable String primaryEmailAddressId();

  List<EmailAddress> emailAddresses();

  /**
   * Returns whether the user is locked, and until when.
   *
   * <p>This is about locking only: a user who is {@code banned()} or {@code deprovisioned()} cannot
   * sign in either, and need not be locked.
   *
   * @throws dev.clerkbapi.json.MissingMemberException if {@link #locked()} is not there
   */
  default UserLockout lockout() {
    return new UserLockout(locked(), lockoutExpiresInSeconds(), receivedAt());
  }

  /**
   * Returns the e-mail address that {@code primary_email_address_id} refers to; empty if there is
   * none.
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
   * Returns the first and last name with a space between them, or the only one that is set; empty
   * if neither is.
   */
  default Optional<String> fullName() {
    String first = firstName() == null ? "" : firstName().strip();
    String last = lastName() == null ? "" : lastName().strip();
    String full = first.isEmpty() || last.isEmpty() ? first + last : first + " " + last;
    return full.isEmpty() ? Optional.empty() : Optional.of(full);
  }
}
