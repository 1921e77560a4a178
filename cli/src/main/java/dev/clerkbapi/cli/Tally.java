package dev.clerkbapi.cli;

import dev.clerkbapi.bulk.LockOutcome;
import dev.clerkbapi.bulk.LockProgress;
import dev.clerkbapi.cli.journal.LockEnd;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts the outcomes of a run, and decides the exit status. Not thread-safe. */
final class Tally {
  static final int ALL_DONE = 0;
  static final int SOME_NOT_DONE = 1;
  static final int NOTHING_DONE = 2;

  static final String LINE = "%-20s %8d%n";

  private final Map<String, Long> counts = new TreeMap<>();
  private final Notices notices;
  private final int maxUnknown;
  private boolean isAnythingDone;
  private long found;
  private long notFound;
  private long notDone;
  private long sessionsRevoked;
  private boolean keyIsWrong;
  private final LockEnds lockEnds = new LockEnds();
  private long ended;
  private Optional<Instant> firstEnded = Optional.empty();
  private Optional<LockProgress> earlier = Optional.empty();
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
      lockEnds.add(LockEnd.of(user.user()));
    }
  }

  /** Counts a user whom an earlier run finished, and whose lock may have ended since. */
  void addFinished(LockEnd lockEnd, Instant now) {
    if (lockEnd.isBy(now)) {
      ended++;
      firstEnded = firstEnded.filter(it -> !lockEnd.isBy(it)).or(lockEnd::time);
    } else {
      lockEnds.add(lockEnd);
    }
  }

  /** Counts a user who was locked again, and whose lock does not end any later for that. */
  void addNotLonger(LockOutcome.Locked again) {
    add("NotLonger", again);
    notDone++;
    notices.keep(
        Notices.Kind.FAILED,
        again.userId() + " was locked again, but still until " + LockEnd.of(again.user()));
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

  /** Counts a value by which not exactly one user was found, so that nobody is locked for it. */
  void addUnresolved(LookUp.Unresolved value) {
    String name = unresolved(value);
    counts.merge(name, 1L, Long::sum);
    notDone++;
    String who =
        value.users().isEmpty()
            ? "nobody has it"
            : "these have it: " + String.join(" ", value.users());
    notices.keep(Notices.Kind.NOT_FOUND, name + "[line " + value.line() + "]: " + who);
  }

  static String unresolved(LookUp.Unresolved value) {
    return value.users().isEmpty() ? "NobodyFound" : "SeveralFound";
  }

  /** Remembers the latest progress, for the summary. */
  void progress(LockProgress progress) {
    end = Optional.of(progress);
  }

  /** A second pass over some of the users begins. */
  void nextPass() {
    earlier = end;
    end = Optional.empty();
  }

  long count(String name) {
    return counts.getOrDefault(name, 0L);
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
    return unread(earlier) + unread(end);
  }

  private static long unread(Optional<LockProgress> pass) {
    return pass.isEmpty() ? 0 : pass.get().unread().orElse(0);
  }

  int exitStatus() {
    if (notDone == 0 && ended == 0 && notStarted() == 0 && !areTooManyUnknown()) {
      return ALL_DONE;
    }
    return isAnythingDone ? SOME_NOT_DONE : NOTHING_DONE;
  }

  /** A key of another instance finds nobody, and the wrong file few. */
  private boolean areTooManyUnknown() {
    return notFound > 0 && (found == 0 || notFound * 100 > maxUnknown * (found + notFound));
  }

  /** Returns what to say of users who need attention. */
  List<String> warnings() {
    return Stream.of(unknownWarning(), endedWarning()).flatMap(Optional::stream).toList();
  }

  private Optional<String> endedWarning() {
    return firstEnded.map(
        first ->
            "The locks of %s who were finished before have ended, the first at %s; --relock 0s locks those who are not locked any more"
                .formatted(Texts.users(ended), first));
  }

  private Optional<String> unknownWarning() {
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
    lockEnds.text().ifPresent(out::println);
    earlier
        .or(() -> end)
        .ifPresent(
            it ->
                out.println(
                    String.format(
                        Locale.ROOT,
                        "Time: %s, %.1f users per second",
                        Texts.time(it.elapsed()),
                        it.usersPerSecond())));
  }
}
