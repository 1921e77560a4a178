package dev.clerkbapi.cli.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The state of all users after the lines of a journal so far. Not thread-safe. */
public final class JournalState {
  private final Map<String, UserState> users = new LinkedHashMap<>();
  private @Nullable JournalRun first;
  private @Nullable JournalRun last;

  void add(JournalRun run) {
    users.replaceAll((id, user) -> user.interrupted());
    first = first == null ? run : first;
    last = run;
  }

  void add(JournalEntry entry) {
    users.put(entry.userId(), user(entry.userId()).after(entry));
  }

  /** Returns the state of a user, also of one who is not in the journal. */
  public UserState user(String userId) {
    return users.getOrDefault(userId, UserState.NEW);
  }

  boolean isEmpty() {
    return first == null;
  }

  /** Returns whether there are runs, but no knowing which instance they changed. */
  boolean lacksInstance() {
    return first != null && first.instance().isEmpty();
  }

  long countUndone() {
    return users.values().stream().filter(UserState::isUndone).count();
  }

  /** Returns the users whom this journal locked, in the order of their first lines. */
  List<String> toUndo() {
    return idsOf(UserState::isToUndo);
  }

  /** Returns the users whom this journal may have locked, but who may have been locked before. */
  List<String> undecided() {
    return idsOf(UserState::isUndecided);
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

  private List<String> idsOf(Predicate<UserState> wanted) {
    return users.entrySet().stream()
        .filter(user -> wanted.test(user.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
