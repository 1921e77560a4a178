package dev.clerkbapi.cli;

import java.util.Optional;

/**
 * What a journal knows of one user, told line by line. Immutable.
 *
 * @param wasLocked whether the user was locked before the first request that may have locked them;
 *     empty if that is not known
 * @param isUnderWay whether this run has an intent without an outcome yet
 * @param mayBeOurs whether an earlier request may have locked the user, or did
 * @param isFinished whether there is nothing left to lock
 * @param isUndone whether there is nothing left to undo
 */
record UserState(
    Optional<Boolean> wasLocked,
    boolean isUnderWay,
    boolean mayBeOurs,
    boolean isFinished,
    boolean isUndone) {
  static final UserState NEW = new UserState(Optional.empty(), false, false, false, false);

  private static final Optional<Boolean> LOCKED = Optional.of(true);
  private static final Optional<Boolean> NOT_LOCKED = Optional.of(false);

  /** The run ended: an intent that is still without an outcome may have been carried out. */
  UserState interrupted() {
    return isUnderWay ? new UserState(wasLocked, false, true, isFinished, isUndone) : this;
  }

  UserState after(JournalEntry entry) {
    if (entry.outcome().isEmpty()) {
      return entry.isLock() ? intended(entry.wasLocked()) : this;
    }
    String outcome = entry.outcome().get();
    return entry.isLock() ? locked(outcome, entry) : unlocked(outcome);
  }

  /** Whether this journal locked the user, or may have, and nobody else had before. */
  boolean isToUndo() {
    return isOurs() && !isUndone && wasLocked.equals(NOT_LOCKED);
  }

  /** Whether this journal may have locked the user, but so may somebody before it. */
  boolean isUndecided() {
    return isOurs() && !isUndone && wasLocked.isEmpty();
  }

  /** Whether a lock that is found may be this journal's own. */
  boolean isOurs() {
    return (isUnderWay || mayBeOurs) && !wasLocked.equals(LOCKED);
  }

  private UserState intended(Optional<Boolean> before) {
    if (before.equals(LOCKED)) { // No lock is sent, at most sessions are revoked.
      return isOurs() ? this : new UserState(LOCKED, false, false, isFinished, isUndone);
    }
    // The first that is known holds, because what is read later may be this journal's own doing.
    boolean keep = isOurs() && wasLocked.isPresent();
    return new UserState(keep ? wasLocked : before, true, mayBeOurs, isFinished, isUndone);
  }

  private UserState locked(String outcome, JournalEntry entry) {
    return switch (outcome) {
      case "Locked" ->
          new UserState(
              isOurs() ? wasLocked : entry.wasLocked(), false, true, !entry.sessionsLeft(), false);
      case "AlreadyLocked" ->
          new UserState(
              isOurs() ? wasLocked : LOCKED, false, isOurs(), !entry.sessionsLeft(), false);
      case "NotFound" -> new UserState(Optional.empty(), false, false, true, false);
      case "Unknown" -> new UserState(wasLocked, false, true, false, isUndone);
      default -> // Failed, Refused, Skipped: this attempt changed nothing.
          mayBeOurs ? new UserState(wasLocked, false, true, isFinished, isUndone) : NEW;
    };
  }

  private UserState unlocked(String outcome) {
    return switch (outcome) {
      case "Unlocked", "AlreadyUnlocked", "NotFound" ->
          new UserState(wasLocked, isUnderWay, mayBeOurs, isFinished, true);
      default -> this;
    };
  }
}
