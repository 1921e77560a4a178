package dev.clerkbapi.cli;

import dev.clerkbapi.LockOutcome;
import dev.clerkbapi.LockRecord;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of a journal about one user: an intent, or an outcome.
 *
 * @param action {@code lock} or {@code unlock}
 * @param wasLocked as read before the request; empty if that is not known
 * @param outcome the name of a {@link LockOutcome}, such as {@code Locked}; empty for an intent
 * @param traceId of the last answer
 * @param sessionsLeft whether sessions that were to be revoked may be active still
 */
record JournalEntry(
    String action,
    String userId,
    Instant time,
    Optional<Boolean> wasLocked,
    Optional<String> outcome,
    Optional<String> traceId,
    boolean sessionsLeft) {

  /**
   * Returns the line for a record.
   *
   * @param outcome how the journal calls it; empty for an intent
   */
  static JournalEntry of(LockRecord entry, Optional<String> outcome, Optional<Boolean> wasLocked) {
    return new JournalEntry(
        entry.action(),
        entry.userId(),
        entry.time(),
        wasLocked,
        outcome,
        entry.traceId(),
        entry.outcome().filter(JournalEntry::leavesSessions).isPresent());
  }

  static boolean leavesSessions(LockOutcome outcome) {
    return outcome instanceof LockOutcome.OfUser user && user.sessionsError().isPresent();
  }

  boolean isLock() {
    return action.equals(JournalRun.LOCK);
  }
}
