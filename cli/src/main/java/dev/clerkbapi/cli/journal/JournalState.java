package dev.clerkbapi.cli.journal;

import dev.clerkbapi.cli.ids.IdTable;
import dev.clerkbapi.cli.ids.IdView;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The state of all users after the lines of a journal so far. A user takes less than 60 bytes. Not
 * thread-safe.
 */
public final class JournalState {
  private static final int STATE = 0;
  private static final int OUTCOME = 1;
  private static final int LOCK_END = 2;

  private final IdTable users = new IdTable(LOCK_END + Integer.BYTES);
  private @Nullable JournalRun first;
  private @Nullable JournalRun last;

  void add(JournalRun run) {
    for (int at = 0; at < users.end(); at = users.next(at)) {
      users.set(at, STATE, stateAt(at).interrupted().toByte());
    }
    first = first == null ? run : first;
    last = run;
  }

  void add(JournalEntry entry) {
    int at = users.add(entry.userId());
    users.set(at, STATE, stateAt(at).after(entry).toByte());
    users.set(at, OUTCOME, OutcomeCode.of(entry.outcome()));
    if (entry.changesLock()) {
      users.setInt(at, LOCK_END, entry.lockEnd().code());
    }
  }

  /** Returns the state of a user, also of one who is not in the journal. */
  public UserState user(String userId) {
    int at = users.find(userId);
    return at == IdTable.NONE ? UserState.NEW : stateAt(at);
  }

  LockEnd lockEnd(String userId) {
    int at = users.find(userId);
    return at == IdTable.NONE ? LockEnd.NOT_KNOWN : new LockEnd(users.getInt(at, LOCK_END));
  }

  boolean isEmpty() {
    return first == null;
  }

  /** Returns whether there are runs, but no knowing which instance they changed. */
  boolean lacksInstance() {
    return first != null && first.instance().isEmpty();
  }

  int countUndone() {
    return those(UserState::isUndone, this).size();
  }

  /** Returns how many users there are for each name of their latest outcome. */
  Map<String, Long> latestOutcomes() {
    Map<String, Long> counts = new TreeMap<>();
    for (int at = 0; at < users.end(); at = users.next(at)) {
      counts.merge(OutcomeCode.name(users.get(at, OUTCOME)), 1L, Long::sum);
    }
    return counts;
  }

  /** Returns the users whom this journal locked, in the order of their first lines. */
  Collection<String> toUndo() {
    return those(UserState::isToUndo, this);
  }

  /** Returns the users whom this journal may have locked, but who may have been locked before. */
  Collection<String> undecided() {
    return those(UserState::isUndecided, this);
  }

  /**
   * Returns users in the order of their first lines.
   *
   * @param lock held while the state is read
   */
  Collection<String> those(Predicate<UserState> wanted, Object lock) {
    return new IdView(users, at -> wanted.test(stateAt(at)), lock);
  }

  private UserState stateAt(int at) {
    return UserState.of(users.get(at, STATE));
  }

  /**
   * Checks that a run may continue this journal.
   *
   * @throws UnusableJournalException if it may not; the message says what to do
   */
  void requireFollows(JournalRun next, String name) {
    if (first == null || last == null) {
      require(next.isLock(), name + " holds no run, so there is nothing to undo");
      return;
    }
    require(
        first.isLock(),
        name + " was started by \"" + first.action() + "\", not by a lock; use another journal");
    require(
        last.isLock() || !next.isLock(),
        name + " was undone, at least in part; start a new journal to lock again");
    require(
        first.live() == next.live(),
        name + " was started with a " + kind(first) + " key, but this is a " + kind(next) + " key");
    first.instance().ifPresent(id -> requireInstance(id, next, name));
    require(
        first.revokesSessions() || !next.revokesSessions(),
        name
            + " was started without --revoke-sessions, so its finished users would keep their"
            + " sessions; start a new journal to revoke those too");
  }

  private static void requireInstance(String id, JournalRun next, String name) {
    require(
        next.instance().isPresent(),
        name
            + " belongs to instance "
            + id
            + ", and the instance of this key is not known; try again");
    require(
        next.instance().equals(Optional.of(id)),
        name + " belongs to instance " + id + ", but this key to " + next.instance().orElse(""));
  }

  private static String kind(JournalRun run) {
    return run.live() ? "live" : "test";
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new UnusableJournalException(otherwise);
    }
  }
}
