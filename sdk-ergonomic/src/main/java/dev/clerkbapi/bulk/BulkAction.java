package dev.clerkbapi.bulk;

import java.util.Locale;

/** What a bulk run does to its users. */
enum BulkAction {
  LOCK,
  UNLOCK;

  /** Whether a user in this state needs nothing done. */
  boolean isDoneFor(boolean locked) {
    return locked == (this == LOCK);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
