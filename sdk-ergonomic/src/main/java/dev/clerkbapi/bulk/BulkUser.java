package dev.clerkbapi.bulk;

import dev.clerkbapi.json.MissingMemberException;
import dev.clerkbapi.model.User;
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
    if (before == null) {
      return null;
    }
    try {
      return before.lockout().isLocked();
    } catch (MissingMemberException e) {
      return null; // BAPI left out what it promises; then it is not known.
    }
  }
}
