package dev.clerkbapi.cli;

import dev.clerkbapi.bulk.LockOutcome;
import dev.clerkbapi.bulk.LockProgress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts the outcomes of a run, and decides the exit status. Not thread-safe. */
final class Tally {
  static final int ALL_DONE = 0;
  static final int SOME_NOT_DONE = 1;
  static final int NOTHING_DONE = 2;

  private static final String LINE = "%-20s %8d%n";

  private final Map<String, Long> counts = new TreeMap<>();
  private final Notices notices;
  private boolean isAnythingDone;
  private long notDone;
  private long sessionsRevoked;
  private boolean keyIsWrong;
  private Optional<LockProgress> end = Optional.empty();

  /**
   * Starts with no outcomes.
   *
   * @param doneBefore how many users earlier runs finished
   */
  Tally(Notices notices, long doneBefore) {
    this.notices = notices;
    this.isAnythingDone = doneBefore > 0;
  }

  /** Counts an outcome under the name that it has in the journal. */
  void add(String name, LockOutcome outcome) {
    counts.merge(Outcomes.label(name, outcome), 1L, Long::sum);
    boolean done = Outcomes.isDone(outcome);
    isAnythingDone |= done || outcome instanceof LockOutcome.WithUser;
    notDone += done ? 0 : 1;
    keyIsWrong |= Outcomes.isWrongKey(outcome);
    Outcomes.noticeKind(outcome).ifPresent(kind -> notices.keep(kind, message(outcome)));
    if (outcome instanceof LockOutcome.WithUser user) {
      sessionsRevoked += user.sessionsRevoked();
    }
  }

  private static String message(LockOutcome outcome) {
    return outcome instanceof LockOutcome.WithUser
        ? outcome + ", but " + Outcomes.detail(outcome)
        : outcome.toString();
  }

  /** Remembers the latest progress, for the summary. */
  void progress(LockProgress progress) {
    end = Optional.of(progress);
  }

  Map<String, Long> counts() {
    return Map.copyOf(counts);
  }

  long sessionsRevoked() {
    return sessionsRevoked;
  }

  long notDone() {
    return notDone;
  }

  boolean keyIsWrong() {
    return keyIsWrong;
  }

  /** Returns how many IDs were not read, because the run stopped before. */
  long notStarted() {
    return end.isEmpty() ? 0 : end.get().unread().orElse(0);
  }

  int exitStatus() {
    if (notDone == 0 && notStarted() == 0) {
      return ALL_DONE;
    }
    return isAnythingDone ? SOME_NOT_DONE : NOTHING_DONE;
  }

  void print(PrintWriter out) {
    counts.forEach((name, count) -> out.printf(Locale.ROOT, LINE, name, count));
    if (notStarted() > 0) {
      out.printf(Locale.ROOT, LINE, "(not started)", notStarted());
    }
    if (sessionsRevoked > 0) {
      out.println("Sessions revoked: " + sessionsRevoked);
    }
    end.ifPresent(
        it ->
            out.println(
                String.format(
                    Locale.ROOT,
                    "Time: %s, %.1f users per second",
                    Texts.time(it.elapsed()),
                    it.usersPerSecond())));
  }
}
