package dev.clerkbapi.cli.journal;

import dev.clerkbapi.bulk.LockOutcome;
import dev.clerkbapi.bulk.LockRecord;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of a journal about one user: an intent, or an outcome.
 *
 * @param action {@code lock} or {@code unlock}
 * @param wasLocked whether the user was locked when read before the request; empty if not known
 * @param outcome the name of a {@link LockOutcome}, such as {@code Locked}; empty for an intent
 * @param traceId of the last response
 * @param lockEnd when the user's lock ends by itself
 * @param sessionsLeft whether sessions that should have been revoked may still be active
 */
record JournalEntry(
    String action,
    String userId,
    Instant time,
    Optional<Boolean> wasLocked,
    Optional<String> outcome,
    Optional<String> traceId,
    LockEnd lockEnd,
    boolean sessionsLeft) {

  /**
   * Returns the line for a record.
   *
   * @param outcome its name in the journal; empty for an intent
   */
  static JournalEntry of(LockRecord entry, Optional<String> outcome, Optional<Boolean> wasLocked) {
    return new JournalEntry(
        entry.action(),
        entry.userId(),
        entry.time(),
        wasLocked,
        outcome,
        entry.traceId(),
        entry.outcome().map(JournalEntry::lockEndOf).orElse(LockEnd.NOT_KNOWN),
        entry.outcome().filter(JournalEntry::leavesSessions).isPresent());
  }

  static boolean leavesSessions(LockOutcome outcome) {
    return outcome instanceof LockOutcome.WithUser user && user.sessionsError().isPresent();
  }

  private static LockEnd lockEndOf(LockOutcome outcome) {
    return outcome instanceof LockOutcome.WithUser user
        ? LockEnd.of(user.user())
        : LockEnd.NOT_KNOWN;
  }

  /** Returns whether it is known after this line whether the user is locked. */
  boolean changesLock() {
    return outcome.filter(name -> name.endsWith("ocked")).isPresent();
  }

  boolean isLock() {
    return action.equals(JournalRun.LOCK);
  }
}
