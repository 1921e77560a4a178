package dev.clerkbapi.cli;

import dev.clerkbapi.bulk.LockAudit;
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
    RunDisplay display = new RunDisplay(console, options.plain, notices);
    try (Interruption interruption = Interruption.ofCurrentThread(display::interrupted)) {
      readThenSummarize(ids, builder, new Pass(action, tally, display));
      return report.end(tally, closeJournal(interruption.exitStatus(tally.exitStatus())));
    }
  }

  /** What the passes over the users have in common. */
  private record Pass(Action action, Tally tally, RunDisplay display) {}

  private void readThenSummarize(Collection<String> ids, LockOptionsBuilder builder, Pass pass) {
    Tally tally = pass.tally;
    try {
      read(ids, builder.readFirst(true), journal, pass, it -> add(it, tally));
      Collection<String> due = relock.due();
      if (!due.isEmpty()) {
        tally.nextPass();
        LockAudit audit = journal.relocking();
        read(due, LockOptions.builder(), audit, pass, it -> addRelocked(it, tally));
      }
    } finally {
      summarize(tally);
    }
  }

  private void read(
      Collection<String> ids,
      LockOptionsBuilder builder,
      LockAudit audit,
      Pass pass,
      Consumer<LockOutcome> sink) {
    Tally tally = pass.tally;
    try (ProgressView view = pass.display.begin(ids.size())) {
      builder
          .audit(pass.display.watching(audit))
          .dryRun(options.dryRun)
          .onProgress(
              progress -> {
                tally.progress(progress);
                view.show(progress, tally.notDone());
              });
      options.setPace(builder);
      options.reason().ifPresent(builder::reason);
      try (Stream<LockOutcome> outcomes = pass.action.start(ids, builder.build())) {
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
    boolean unused = Thread.interrupted(); // The rest is to be done all the same.
    PrintWriter out = console.out();
    notices.printKept();
    if (tally.keyIsWrong()) {
      notices.print("The secret key is not valid; the run was stopped.");
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
