package dev.clerkbapi.cli;

import dev.clerkbapi.cli.journal.Journal;
import dev.clerkbapi.cli.journal.JournalRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what the runs of a journal did, and who of its users is locked now. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Says what became of the users of a journal, over all its runs, and who of them is locked now"
          + " and until when. Changes nothing, and can be used while a run is under way.",
      "The environment variables are those of lock-users: CLERK_SECRET_KEY, CLERK_API_URL."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:All users were read",
      "1:Some could not be read, or the report may be incomplete",
      "2:Nothing done: wrong usage, a wrong key, an unusable journal, another instance's journal",
      "130:Stopped by Ctrl-C"
    })
final class StatusCommand implements Callable<Integer> {
  private final Console console;
  private final Notices notices;

  @Mixin private final OutputOptions options = new OutputOptions();

  @Mixin private final JournalOption journalOption = new JournalOption();

  StatusCommand(Console console, Notices notices) {
    this.console = console;
    this.notices = notices;
  }

  @Override
  public Integer call() throws IOException {
    Target target = Target.of(console.environment(), options.rate.checked());
    Path journalFile = journalOption.existing();
    Report report = options.openReports(console.out(), notices);
    Console text = options.text(console);
    try (Connection connection = Connection.open(target, RunOptions.GIVE_UP, text, notices)) {
      // Not written; the journal is checked against it as against any run.
      JournalRun run = connection.journalRun(JournalRun.UNLOCK, false, Optional.empty());
      Journal journal = Journal.readOnly(journalFile, run, notices::print);
      return new Status(journal, connection.bulk(), text, notices, report).run();
    }
  }
}
