package dev.clerkbapi.bulk;

import dev.clerkbapi.json.MissingMemberException;
import dev.clerkbapi.model.User;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user of a bulk run.
 *
 * @param id as it was given
 * @param before as read ahead; null if not read, or not found
 */
record BulkUser(String id, @Nullable User before) {

  /** Null if it is not known. */
  @Nullable Boolean wasLocked() {
    return before == null ? null : isLocked(before).orElse(null);
  }

  /** Empty if BAPI left out what it promises; then it is not known. */
  static Optional<Boolean> isLocked(User user) {
    try {
      return Optional.of(user.locked());
    } catch (MissingMemberException e) {
      return Optional.empty();
    }
  }
}
