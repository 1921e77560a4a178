package dev.clerkbapi.cli;

import dev.clerkbapi.bulk.LockOutcome;
import dev.clerkbapi.cli.ids.IdTable;
import dev.clerkbapi.cli.ids.IdView;
import dev.clerkbapi.cli.journal.LockEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * The users whose locks end too soon, and who are locked again for that. Whether BAPI makes a lock
 * longer when the user is locked again is not documented, so the response is looked at. Not
 * thread-safe.
 */
final class Relock {
  private final Optional<Instant> deadline;
  private final IdTable due = new IdTable(Integer.BYTES);

  private Relock(Optional<Instant> deadline) {
    this.deadline = deadline;
  }

  static Relock none() {
    return new Relock(Optional.empty());
  }

  /**
   * Returns what {@code --relock} asks for.
   *
   * @param within empty for locking nobody again
   */
  static Relock of(Optional<Duration> within, Instant now) {
    return new Relock(within.map(now::plus));
  }

  /** Returns whether a finished user has to be read again. */
  boolean isDue(LockEnd end) {
    return deadline.filter(latest -> !end.isKnown() || end.isBy(latest)).isPresent();
  }

  /** Returns whether this is the outcome of a user whose lock ends too soon. */
  boolean isTooSoon(LockOutcome outcome) {
    return outcome instanceof LockOutcome.AlreadyLocked locked
        && locked.sessionsError().isEmpty()
        && deadline.filter(latest -> LockEnd.of(locked.user()).isBy(latest)).isPresent();
  }

  /** Keeps a user for later. */
  void add(LockOutcome.AlreadyLocked locked) {
    due.setInt(due.add(locked.userId()), 0, LockEnd.of(locked.user()).code());
  }

  Collection<String> due() {
    return new IdView(due, at -> true, due);
  }

  /** Returns whether the lock ends later than it did before. */
  boolean isLonger(LockOutcome.Locked again) {
    int at = due.find(again.userId());
    LockEnd before = at == IdTable.NONE ? LockEnd.NOT_KNOWN : new LockEnd(due.getInt(at, 0));
    return isLater(LockEnd.of(again.user()), before);
  }

  static boolean isLater(LockEnd end, LockEnd before) {
    return !before.time().map(end::isBy).orElse(false);
  }
}
