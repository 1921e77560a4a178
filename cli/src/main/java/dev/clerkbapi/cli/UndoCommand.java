package dev.clerkbapi.cli;

import dev.clerkbapi.bulk.LockOptions;
import dev.clerkbapi.cli.journal.Journal;
import dev.clerkbapi.cli.journal.JournalRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Unlocks the users whom a journal locked. */
@Command(
    name = "undo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Unlocks exactly the users whom the journal's runs locked, not those who were locked before.",
      "A lock that somebody else set in the same second, or between a kill and the next run, cannot"
          + " be told apart from this command's own, and is undone as well. Revoked sessions stay"
          + " revoked.",
      "The environment variables are those of lock-users: CLERK_SECRET_KEY, CLERK_API_URL."
    },
    footer = {
      "",
      "The journal records this, too: after an interruption, run the same command to continue."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:All done; of the users, at most --max-unknown do not exist",
      "1:Some not done: failed, refused or unknown; run it again. Also if more users do not exist,"
          + " or the journal or the report may be incomplete",
      "2:Nothing done: wrong usage, a wrong key, an unusable journal, another instance's journal,"
          + " no user found, all refused",
      "130:Stopped by Ctrl-C"
    })
final class UndoCommand implements Callable<Integer> {
  private final Console console;
  private final Notices notices;

  @Mixin private final RunOptions options = new RunOptions();

  @Mixin private final JournalOption journalOption = new JournalOption();

  UndoCommand(Console console, Notices notices) {
    this.console = console;
    this.notices = notices;
  }

  @Override
  public Integer call() throws IOException {
    Target target = Target.of(console.environment(), options.checkedRate());
    Path journalFile = journalOption.existing();
    Report report = options.output.openReports(console.out(), notices);
    Console text = options.output.text(console);
    try (Connection connection = Connection.open(target, options.giveUpAfter(), text, notices);
        Journal journal = journal(journalFile, connection)) {
      Collection<String> ids = journal.toUndo();
      journal.undecided().forEach(id -> leave(id, report));
      text.out().println(plan(ids.size(), connection));
      text.out().flush();
      return new BulkJob(text, notices, options, journal, report, Relock.none(), Optional.empty())
          .run(ids, tally(journal), LockOptions.builder(), connection.bulk()::unlockUsers);
    }
  }

  private String plan(int users, Connection connection) {
    Plan plan = new Plan(users, users, users, 0, 0);
    return "To unlock: " + plan.text(options.dryRun, connection.pace(options.atOnce()), false);
  }

  private Tally tally(Journal journal) {
    return new Tally(notices, journal.countUndone(), options.maxUnknown);
  }

  private Journal journal(Path path, Connection connection) throws IOException {
    return options.openJournal(
        path, connection.journalRun(JournalRun.UNLOCK, false, options.reason()), notices);
  }

  private void leave(String userId, Report report) {
    String why = "it is not known whether it was locked before";
    notices.keep(Notices.Kind.LEFT_UNCHANGED, userId + " is left unchanged: " + why);
    report.add(userId, "LeftUnchanged", why);
  }
}
