package dev.clerkbapi.cli;

import dev.clerkbapi.LockOutcome;
import dev.clerkbapi.LockOutcome.Skipped;
import dev.clerkbapi.LockProgress;
import dev.clerkbapi.errors.ClerkApiException;
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
    counts.merge(name, 1L, Long::sum);
    boolean done = isDone(outcome);
    isAnythingDone |= done || outcome instanceof LockOutcome.OfUser;
    notDone += done ? 0 : 1;
    if (isWorthAMessage(outcome, done)) {
      notices.keep(outcome + sessionsLeft(outcome));
    }
    if (outcome instanceof LockOutcome.OfUser user) {
      sessionsRevoked += user.sessionsRevoked();
    }
    keyIsWrong |=
        outcome instanceof LockOutcome.OfError failed
            && failed.error() instanceof ClerkApiException.Unauthenticated;
  }

  /** Remembers the latest progress, for the summary. */
  void progress(LockProgress progress) {
    end = Optional.of(progress);
  }

  long notDone() {
    return notDone;
  }

  boolean keyIsWrong() {
    return keyIsWrong;
  }

  /** Returns whether the run stopped before it had read all IDs. */
  boolean stoppedEarly() {
    return unread() > 0;
  }

  int exitStatus() {
    if (notDone == 0 && !stoppedEarly()) {
      return ALL_DONE;
    }
    return isAnythingDone ? SOME_NOT_DONE : NOTHING_DONE;
  }

  void print(PrintWriter out) {
    counts.forEach((name, count) -> out.printf(Locale.ROOT, "%-16s %8d%n", name, count));
    if (stoppedEarly()) {
      out.printf(Locale.ROOT, "%-16s %8d%n", "(not started)", unread());
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

  /** For users whose turn did not come, the number is enough. */
  private static boolean isWorthAMessage(LockOutcome outcome, boolean done) {
    boolean ended = outcome instanceof Skipped skipped && skipped.reason() == Skipped.Reason.ENDED;
    return (!done && !ended) || outcome instanceof LockOutcome.NotFound;
  }

  private static String sessionsLeft(LockOutcome outcome) {
    return sessionsError(outcome)
        .map(error -> ", but not all sessions were revoked: " + error.getMessage())
        .orElse("");
  }

  private static Optional<RuntimeException> sessionsError(LockOutcome outcome) {
    return outcome instanceof LockOutcome.OfUser user ? user.sessionsError() : Optional.empty();
  }

  private long unread() {
    return end.isEmpty() ? 0 : end.get().unread().orElse(0);
  }

  private static boolean isDone(LockOutcome outcome) {
    if (outcome instanceof Skipped skipped) {
      return skipped.reason() == Skipped.Reason.PROTECTED;
    }
    return !(outcome instanceof LockOutcome.OfError) && sessionsError(outcome).isEmpty();
  }
}
