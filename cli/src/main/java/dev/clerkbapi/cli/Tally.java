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
  private final int maxUnknown;
  private boolean isAnythingDone;
  private long found;
  private long notFound;
  private long notDone;
  private long sessionsRevoked;
  private boolean keyIsWrong;
  private Optional<LockProgress> end = Optional.empty();

  /**
   * Starts with no outcomes.
   *
   * @param doneBefore how many users earlier runs finished
   * @param maxUnknown how many of 100 users may not exist if all is to count as done
   */
  Tally(Notices notices, long doneBefore, int maxUnknown) {
    this.notices = notices;
    this.maxUnknown = maxUnknown;
    this.isAnythingDone = doneBefore > 0;
    this.found = doneBefore;
  }

  /** Counts an outcome under the name that it has in the journal. */
  void add(String name, LockOutcome outcome) {
    counts.merge(Outcomes.label(name, outcome), 1L, Long::sum);
    boolean done = Outcomes.isDone(outcome);
    boolean isNotFound = outcome instanceof LockOutcome.NotFound;
    isAnythingDone |= (done && !isNotFound) || outcome instanceof LockOutcome.WithUser;
    notDone += done ? 0 : 1;
    notFound += isNotFound ? 1 : 0;
    found += isNotFound || outcome instanceof LockOutcome.Skipped ? 0 : 1;
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

  /** Counts a line that is no user ID, for which nothing is sent. */
  void addNotAnId(NotIds.Line line) {
    counts.merge(Outcomes.NOT_AN_ID, 1L, Long::sum);
    notDone++;
    notices.keep(
        Notices.Kind.NOT_AN_ID, "Skipped[" + line.text() + "]: not an ID, line " + line.number());
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
    if (notDone == 0 && notStarted() == 0 && !areTooManyUnknown()) {
      return ALL_DONE;
    }
    return isAnythingDone ? SOME_NOT_DONE : NOTHING_DONE;
  }

  /** A key of another instance finds nobody, and the wrong file few. */
  private boolean areTooManyUnknown() {
    return notFound > 0 && (found == 0 || notFound * 100 > maxUnknown * (found + notFound));
  }

  /** Returns what to say if too many users do not exist. */
  Optional<String> warning() {
    return Optional.of(
            "%d of %s do not exist in this instance, more than --max-unknown %d %% allows: is this the right key, and the right file?"
                .formatted(notFound, Texts.users(found + notFound), maxUnknown))
        .filter(unused -> areTooManyUnknown());
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
