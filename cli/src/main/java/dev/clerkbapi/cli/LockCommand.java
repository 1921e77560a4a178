package dev.clerkbapi.cli;

import dev.clerkbapi.cli.journal.Journal;
import dev.clerkbapi.cli.journal.JournalRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Locks the users listed in a file. */
@Command(
    name = "lock-users",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Locks all users of a file out of signing in, and reports the outcome for each.",
      "A lock does not end a user's sessions; --revoke-sessions does.",
      "The secret key is read from the environment variable CLERK_SECRET_KEY. CLERK_API_URL, if"
          + " set, replaces the URL of Clerk's API."
    },
    footer = {
      "",
      "After an interruption, run the same command with the same journal to continue:",
      "finished users are not sent again, failed ones are tried again. The first Ctrl-C waits up to",
      "5 s for the requests under way, the second ends at once."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:All done: locked, already locked, or protected; of the users, at most --max-unknown do"
          + " not exist",
      "1:Some not done: failed, refused, unknown, not found by their value, or sessions left; run it"
          + " again."
          + " Also if more users do not exist, if locks of finished users have ended, or if the"
          + " journal or the report may be incomplete",
      "2:Nothing done: wrong usage, an unreadable file, a wrong key, another instance's journal,"
          + " no user found, all refused, an API that takes no requests",
      "130:Stopped by Ctrl-C; 143 by TERM, 129 by HUP"
    })
final class LockCommand implements Callable<Integer> {
  private final Console console;
  private final Notices notices;

  @Mixin private final RunOptions options = new RunOptions();

  @Mixin private final IdOptions input = new IdOptions();

  @Option(
      names = "--revoke-sessions",
      description = "Also revoke the active sessions of each user.")
  private boolean revokeSessions;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = {
        "Record what is done here, which is needed to continue after a kill, and to undo.",
        "Default: a new file in the working folder."
      })
  private @Nullable Path journalFile;

  @Option(
      names = "--relock",
      paramLabel = "TIME",
      converter = Spans.class,
      description = {
        "Lock those users again whose locks have ended or end within this time, such as 10m; 0s for",
        "those whose locks have ended."
      })
  private @Nullable Duration within;

  @Option(
      names = "--demo",
      paramLabel = "N",
      description = "Instead of FILE: lock N users of a fake on this machine; needs no key.")
  private @Nullable Integer demo;

  LockCommand(Console console, Notices notices) {
    this.console = console;
    this.notices = notices;
  }

  @Override
  public Integer call() throws IOException {
    OptionalInt rate = options.checkedRate();
    if (demo != null) {
      return demo(demo, rate);
    }
    input.requireFile();
    Target target = Target.of(console.environment(), rate);
    Optional<GivenValues> values = input.readValues(console, notices);
    Ids ids;
    if (values.isPresent()) {
      ids = lookUp -> lookUp.find(values.get());
    } else {
      GivenIds given = input.read(console, notices);
      ids = lookUp -> given;
    }
    boolean needsJournal = journalFile == null && !options.dryRun;
    return lock(
        ids,
        target,
        needsJournal ? JournalNames.unused(console.folder(), Instant.now()) : journalFile);
  }

  /** The IDs of a run, some of which are known only once it is connected. */
  private interface Ids {
    GivenIds get(LookUp lookUp);
  }

  private int demo(int users, OptionalInt rate) throws IOException {
    if (input.file != null || users < 1) {
      throw new RefusedException("--demo takes a number of users above zero and no FILE");
    }
    try (Demo fake = new Demo(users, rate)) {
      PrintWriter out = options.output.text(console).out();
      fake.printStart(out);
      GivenIds ids = new GivenIds();
      ids.addAll(fake.ids());
      int status = lock(lookUp -> ids, fake.target(), journalFile);
      fake.printEnd(out);
      return status;
    }
  }

  private int lock(Ids source, Target target, @Nullable Path path) throws IOException {
    GivenIds guarded = input.readProtected(console);
    Report report = options.output.openReports(console.out(), notices);
    Console text = options.output.text(console);
    try (Connection connection = Connection.open(target, options.giveUpAfter(), text, notices)) {
      PatientRead patient = new PatientRead(options.giveUpAfter(), text.out());
      GivenIds ids = source.get(new LookUp(connection.clerk(), patient));
      if (ids.size() == 0) {
        throw new RefusedException("no user was found for any line of the file; nobody was locked");
      }
      try (Journal journal = journal(connection, path)) {
        path(path).ifPresent(it -> text.out().println("Journal: " + it));
        Relock relock = Relock.of(Optional.ofNullable(within), Instant.now());
        BulkJob job = new BulkJob(text, notices, options, journal, report, relock, lastWords(path));
        return new LockRun(job, connection.bulk(), ids, guarded)
            .run(
                connection.pace(options.atOnce()),
                revokeSessions,
                new Confirmation(console, input.yes || demo != null));
      }
    }
  }

  private Journal journal(Connection connection, @Nullable Path path) throws IOException {
    JournalRun run = connection.journalRun(JournalRun.LOCK, revokeSessions, options.reason());
    return path == null ? Journal.none() : options.openJournal(path, run, notices);
  }

  /** Returns the name of the journal that this run writes. */
  private Optional<String> path(@Nullable Path path) {
    return path == null || options.dryRun
        ? Optional.empty()
        : Optional.of(Texts.visible(path.toString()));
  }

  private Optional<String> lastWords(@Nullable Path path) {
    String toContinue = journalFile == null ? "To continue: add --journal %1$s. " : "";
    return path(path)
        .map(it -> (toContinue + "To undo: lock-users undo --journal %1$s").formatted(it));
  }
}
