package dev.clerkbapi.cli;

import dev.clerkbapi.bulk.BulkLock;
import dev.clerkbapi.bulk.LockOptions;
import dev.clerkbapi.bulk.LockOutcome;
import dev.clerkbapi.cli.journal.Journal;
import dev.clerkbapi.cli.journal.LockEnd;
import java.io.PrintWriter;
import java.util.stream.Stream;

/** Compares a journal with the users as they are now. Changes nothing. */
record Status(Journal journal, BulkLock bulk, Console console, Notices notices, Report report) {
  private static final int MOST_PRINTED = 50;

  /** Returns the exit status. */
  int run() {
    PrintWriter out = console.out();
    out.println("Latest outcomes in the journal:");
    journal.latestOutcomes().forEach((name, count) -> out.printf(Tally.LINE, name, count));
    out.println("Now:");
    Tally tally = new Tally(notices, 0, 100);
    LockOptions dry = LockOptions.builder().dryRun(true).onProgress(tally::progress).build();
    try (Interruption interruption =
        Interruption.ofCurrentThread(() -> Interruption.announce(notices, () -> 0))) {
      try (Stream<LockOutcome> outcomes = bulk.lockUsers(journal.users(), dry)) {
        outcomes.forEach(outcome -> add(outcome, tally));
      }
      notices.printKept();
      tally.print(out);
      boolean isComplete = tally.notDone() == 0 && tally.notStarted() == 0;
      int status = isComplete ? Tally.ALL_DONE : Tally.SOME_NOT_DONE;
      return report.end(tally, interruption.exitStatus(status));
    }
  }

  private void add(LockOutcome outcome, Tally tally) {
    String name = name(outcome);
    String until = until(outcome);
    tally.add(name, outcome);
    report.add(outcome.userId(), name, until.isEmpty() ? Outcomes.detail(outcome) : until);
    if (!until.isEmpty() && tally.count(name) <= MOST_PRINTED) {
      console.out().println(outcome.userId() + " " + until);
    } else if (!until.isEmpty() && tally.count(name) == MOST_PRINTED + 1) {
      console.out().println("... and more; --report FILE lists all of them");
    }
  }

  /** A lock that may be somebody else's is {@code AlreadyLocked}, as in the journal. */
  private String name(LockOutcome outcome) {
    return outcome instanceof LockOutcome.Planned ? "NotLocked" : journal.nameOf(outcome);
  }

  private static String until(LockOutcome outcome) {
    return outcome instanceof LockOutcome.AlreadyLocked locked
        ? "locked until " + LockEnd.of(locked.user())
        : "";
  }
}
