package dev.clerkbapi.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a journal says, all lines taken together. Not thread-safe. */
final class JournalState {
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

  UserState user(String userId) {
    return users.getOrDefault(userId, UserState.NEW);
  }

  boolean isEmpty() {
    return first == null;
  }

  long countFinished() {
    return users.values().stream().filter(UserState::isFinished).count();
  }

  /** Those whom this journal locked, in the order in which they came into it. */
  List<String> toUndo() {
    return idsOf(UserState::isToUndo);
  }

  /** Those whom this journal may have locked, who may have been locked before as well. */
  List<String> undecided() {
    return idsOf(UserState::isUndecided);
  }

  /** Refuses a run that does not go on with what is here, and says what to do. */
  void requireFollows(JournalRun next, String name) {
    if (first == null || last == null) {
      require(next.isLock(), name + " holds no run: there is nothing to undo");
      return;
    }
    require(
        first.isLock(),
        name + " was begun by \"" + first.action() + "\", not by a lock; use another journal");
    require(
        last.isLock() || !next.isLock(),
        name + " was undone, at least in part; begin a new journal to lock again");
    require(
        first.live() == next.live(),
        name + " was begun with a " + kind(first) + " key, and this is a " + kind(next) + " key");
    require(
        first.revokesSessions() || !next.revokesSessions(),
        name
            + " was begun without --revoke-sessions, so its finished users would keep theirs;"
            + " begin a new journal to revoke the sessions of all");
  }

  private static String kind(JournalRun run) {
    return run.live() ? "live" : "test";
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new RefusedException(otherwise);
    }
  }

  private List<String> idsOf(Predicate<UserState> wanted) {
    return users.entrySet().stream()
        .filter(user -> wanted.test(user.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
