package dev.clerkbapi.cli;

import dev.clerkbapi.bulk.BulkLock;
import dev.clerkbapi.bulk.LockOptions;
import dev.clerkbapi.bulk.LockOptionsBuilder;
import dev.clerkbapi.bulk.LockOutcome.Skipped;
import dev.clerkbapi.cli.journal.Journal;
import dev.clerkbapi.cli.journal.LockEnd;
import java.time.Instant;
import java.util.Collection;

/**
 * Locks those users of a file whom the journal does not have as finished.
 *
 * @param job prints, and knows the journal and the report
 * @param ids the file
 * @param guarded the users who are never locked
 */
record LockRun(BulkJob job, BulkLock bulk, GivenIds ids, GivenIds guarded) {

  /**
   * Returns the exit status.
   *
   * @throws RefusedException if a person is asked and does not confirm
   */
  int run(Pace pace, boolean revokeSessions, Confirmation confirmation) {
    Journal journal = job.journal();
    Collection<String> left = ids.those(this::isLeft);
    RunOptions options = job.options();
    Plan plan = plan(left);
    job.console()
        .out()
        .println(
            (options.dryRun ? "Dry run: " : "") + plan.text(options.dryRun, pace, revokeSessions));
    plan.warning(options.dryRun, pace, revokeSessions).ifPresent(job.notices()::print);
    if (options.dryRun) {
      new ProtectCheck(bulk, job.console().out(), job.notices()).run(guarded);
    } else {
      confirmation.require(left.size());
    }
    Tally tally = new Tally(job.notices(), ids.size() - left.size(), options.maxUnknown);
    Instant now = Instant.now();
    ids.those(id -> !isLeft(id)).forEach(id -> tally.addFinished(journal.lockEnd(id), now));
    ids.notIds().lines().forEach(line -> skip(line, tally));
    ids.unresolved().forEach(value -> tell(value, tally));
    LockOptionsBuilder how =
        LockOptions.builder().protect(guarded::contains).revokeSessions(revokeSessions);
    return job.run(left, tally, how, bulk::lockUsers);
  }

  private boolean isLeft(String id) {
    LockEnd end = job.journal().lockEnd(id);
    return !job.journal().isFinished(id) || job.relock().isDue(end);
  }

  private Plan plan(Collection<String> left) {
    int both = guarded.those(ids::contains).size();
    return new Plan(ids.given(), ids.size(), left.size(), guarded.size(), both);
  }

  private void tell(LookUp.Unresolved value, Tally tally) {
    tally.addUnresolved(value);
    String detail = value.users().isEmpty() ? "NOBODY_HAS_IT" : String.join(" ", value.users());
    job.report().add(value.value(), Tally.unresolved(value), detail);
  }

  private void skip(NotIds.Line line, Tally tally) {
    tally.addNotAnId(line);
    job.report().add(line.text(), Skipped.class.getSimpleName(), Skipped.Reason.NOT_AN_ID.name());
  }
}
