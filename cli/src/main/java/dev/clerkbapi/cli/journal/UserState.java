package dev.clerkbapi.cli.journal;

import java.util.Optional;

/**
 * What a journal knows about one user after the lines so far. Immutable.
 *
 * @param wasLocked whether the user was locked before the first request that may have locked them;
 *     empty if not known
 * @param isUnderWay whether this run has an intent for the user, but no outcome yet
 * @param mayBeOurs whether an earlier request locked the user, or may have
 * @param isFinished whether nothing is left to be done to lock the user
 * @param isUndone whether nothing is left to undo
 */
public record UserState(
    Optional<Boolean> wasLocked,
    boolean isUnderWay,
    boolean mayBeOurs,
    boolean isFinished,
    boolean isUndone) {
  static final UserState NEW = new UserState(Optional.empty(), false, false, false, false);

  private static final Optional<Boolean> LOCKED = Optional.of(true);
  private static final Optional<Boolean> NOT_LOCKED = Optional.of(false);

  /** Returns the state that {@link #toByte} made a byte of. */
  static UserState of(byte bits) {
    Optional<Boolean> before = (bits & 2) == 0 ? Optional.empty() : Optional.of((bits & 1) != 0);
    return new UserState(
        before, (bits & 4) != 0, (bits & 8) != 0, (bits & 16) != 0, (bits & 32) != 0);
  }

  /** A journal of a million users keeps this instead of an object. */
  byte toByte() {
    int before = wasLocked.map(locked -> locked ? 3 : 2).orElse(0);
    return (byte)
        (before
            | (isUnderWay ? 4 : 0)
            | (mayBeOurs ? 8 : 0)
            | (isFinished ? 16 : 0)
            | (isUndone ? 32 : 0));
  }

  /** Returns the state after the end of a run: an intent without an outcome may have been sent. */
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

  /** Returns whether this journal locked the user, or may have, and nobody else had before. */
  public boolean isToUndo() {
    return isOurs() && !isUndone && wasLocked.equals(NOT_LOCKED);
  }

  /** Returns whether this journal may have locked the user, or somebody else before it. */
  public boolean isUndecided() {
    return isOurs() && !isUndone && wasLocked.isEmpty();
  }

  /** Returns whether a lock found now may be this journal's own. */
  boolean isOurs() {
    return (isUnderWay || mayBeOurs) && !wasLocked.equals(LOCKED);
  }

  private UserState intended(Optional<Boolean> before) {
    if (before.equals(LOCKED)) { // No lock will be sent; sessions may be revoked.
      return isOurs() ? this : new UserState(LOCKED, false, false, isFinished, isUndone);
    }
    // The first known state counts; a lock read later may be this journal's own.
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
      case "Unknown" -> new UserState(wasLocked, false, true, false, isUndone);
      default -> // NotFound, Failed, Refused, Skipped: this attempt changed nothing.
          mayBeOurs ? new UserState(wasLocked, false, true, isFinished, isUndone) : NEW;
    };
  }

  private UserState unlocked(String outcome) {
    return switch (outcome) {
      case "Unlocked", "AlreadyUnlocked" ->
          new UserState(wasLocked, isUnderWay, mayBeOurs, isFinished, true);
      default -> this;
    };
  }
}
