package dev.clerkbapi.cli;

import dev.clerkbapi.bulk.LockOptions;
import dev.clerkbapi.bulk.LockOptionsBuilder;
import dev.clerkbapi.bulk.LockOutcome;
import dev.clerkbapi.cli.journal.Journal;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Carries out a run, shows its progress, prints a summary, and closes the journal and the report.
 *
 * @param console gets text for people
 * @param options the options that both commands share
 * @param journal records the run
 * @param report lists every outcome
 * @param relock whose locks end too soon
 * @param lastWords printed after the summary, also after Ctrl-C
 */
record BulkJob(
    Console console,
    Notices notices,
    RunOptions options,
    Journal journal,
    Report report,
    Relock relock,
    Optional<String> lastWords) {

  /** Locks or unlocks. */
  interface Action {
    Stream<LockOutcome> start(Collection<String> ids, LockOptions options);
  }

  /** Returns the exit status. */
  int run(Collection<String> ids, Tally tally, LockOptionsBuilder builder, Action action) {
    Interruption interruption = Interruption.ofCurrentThread();
    try {
      readThenSummarize(ids, builder, action, tally);
      return report.end(tally, closeJournal(tally.exitStatus()));
    } finally {
      interruption.close();
    }
  }

  private void readThenSummarize(
      Collection<String> ids, LockOptionsBuilder builder, Action action, Tally tally) {
    try {
      read(ids, builder.readFirst(true).audit(journal), action, tally, it -> add(it, tally));
      Collection<String> due = relock.due();
      if (!due.isEmpty()) {
        tally.nextPass();
        LockOptionsBuilder again = LockOptions.builder().audit(journal.relocking());
        read(due, again, action, tally, it -> addRelocked(it, tally));
      }
    } finally {
      summarize(tally);
    }
  }

  private void read(
      Collection<String> ids,
      LockOptionsBuilder builder,
      Action action,
      Tally tally,
      Consumer<LockOutcome> sink) {
    try (ProgressView view = ProgressView.of(console, options.plain, ids.size())) {
      builder
          .dryRun(options.dryRun)
          .onProgress(
              progress -> {
                tally.progress(progress);
                view.show(progress, tally.notDone());
              });
      options.setPace(builder);
      options.reason().ifPresent(builder::reason);
      try (Stream<LockOutcome> outcomes = action.start(ids, builder.build())) {
        outcomes.forEach(sink);
      }
    }
  }

  private void add(LockOutcome outcome, Tally tally) {
    if (!relock.isTooSoon(outcome)) {
      add(journal.nameOf(outcome), outcome, tally);
    } else if (options.dryRun) {
      add(LockOutcome.Planned.class.getSimpleName(), outcome, tally);
    } else {
      relock.add((LockOutcome.AlreadyLocked) outcome);
    }
  }

  private void addRelocked(LockOutcome outcome, Tally tally) {
    if (outcome instanceof LockOutcome.Locked again && !relock.isLonger(again)) {
      tally.addNotLonger(again);
      report.add(again.userId(), "NotLonger", "locked again, but the lock ends when it did before");
    } else {
      add(
          outcome instanceof LockOutcome.Locked ? "LockedAgain" : journal.nameOf(outcome),
          outcome,
          tally);
    }
  }

  private void add(String name, LockOutcome outcome, Tally tally) {
    tally.add(name, outcome);
    report.add(outcome.userId(), name, Outcomes.detail(outcome));
  }

  private void summarize(Tally tally) {
    boolean interrupted = Thread.interrupted();
    PrintWriter out = console.out();
    notices.printKept();
    if (tally.keyIsWrong()) {
      notices.print("The secret key is not valid; the run was stopped.");
    } else if (interrupted) {
      notices.print("Interrupted; the run was stopped.");
    }
    tally.warnings().forEach(notices::print);
    tally.print(out);
    lastWords.map(Texts::visible).ifPresent(out::println);
    out.flush();
  }

  /** The users are locked even if the journal cannot be synced, so it is not "nothing done". */
  private int closeJournal(int exitStatus) {
    try {
      journal.close();
      return exitStatus;
    } catch (IOException e) {
      notices.print(
          "The end of the journal may not be on the disk: "
              + e.getMessage()
              + "; copy the journal to another disk before you use it again");
      return Math.max(exitStatus, Tally.SOME_NOT_DONE);
    }
  }
}
