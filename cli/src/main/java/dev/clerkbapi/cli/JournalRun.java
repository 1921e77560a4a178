package dev.clerkbapi.cli;

import java.time.Instant;
import java.util.Optional;

/**
 * The line with which each run begins in a journal.
 *
 * @param action {@code lock} or {@code unlock}
 * @param live whether the key was one of production
 * @param revokesSessions whether sessions were to be revoked
 * @param reason why, as it was given
 * @param start when
 */
record JournalRun(
    String action, boolean live, boolean revokesSessions, Optional<String> reason, Instant start) {
  static final String LOCK = "lock";
  static final String UNLOCK = "unlock";

  boolean isLock() {
    return action.equals(LOCK);
  }
}
