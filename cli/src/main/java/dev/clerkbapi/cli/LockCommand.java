package dev.clerkbapi.cli;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.bulk.BulkLock;
import dev.clerkbapi.bulk.LockOptions;
import dev.clerkbapi.bulk.LockOptionsBuilder;
import dev.clerkbapi.bulk.LockOutcome.Skipped;
import dev.clerkbapi.cli.journal.Journal;
import dev.clerkbapi.cli.journal.JournalRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
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
      "finished users are not sent again, failed ones are tried again."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:All done: locked, already locked, or protected; of the users, at most --max-unknown do"
          + " not exist",
      "1:Some not done: failed, refused or unknown, or sessions left; run it again."
          + " Also if more users do not exist, or the journal or the report may be incomplete",
      "2:Nothing done: wrong usage, an unreadable file, a wrong key, another instance's journal,"
          + " no user found, all refused",
      "130:Stopped by Ctrl-C"
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
    GivenIds ids = input.read(console, notices);
    if (journalFile == null && !options.dryRun) {
      return lock(ids, target, JournalNames.unused(console.folder(), Instant.now()));
    }
    return lock(ids, target, journalFile);
  }

  private int demo(int users, OptionalInt rate) throws IOException {
    if (input.file != null || users < 1) {
      throw new RefusedException("--demo takes a number of users above zero and no FILE");
    }
    try (Demo fake = new Demo(users, rate)) {
      PrintWriter out = options.text(console).out();
      fake.printStart(out);
      GivenIds ids = new GivenIds();
      ids.addAll(fake.ids());
      int status = lock(ids, fake.target(), journalFile);
      fake.printEnd(out);
      return status;
    }
  }

  private int lock(GivenIds ids, Target target, @Nullable Path path) throws IOException {
    GivenIds guarded = input.readProtected(console);
    Report report = options.openReports(console.out(), notices);
    Console text = options.text(console);
    try (ClerkClient clerk = target.connect();
        Journal journal =
            journal(target, KeyInstance.show(clerk, target, text.out(), notices), path)) {
      path(path).ifPresent(it -> text.out().println("Journal: " + it));
      Collection<String> left = ids.those(id -> !journal.isFinished(id));
      text.out().println(plan(ids, left, guarded).text(options.dryRun, target.requestsPerSecond()));
      BulkLock bulk = BulkLock.of(clerk);
      if (options.dryRun) {
        new ProtectCheck(bulk, text.out(), notices).run(guarded);
      }
      Tally tally = new Tally(notices, ids.size() - left.size(), options.maxUnknown);
      ids.notIds().lines().forEach(line -> skip(line, tally, report));
      return new BulkJob(text, notices, options, journal, report, lastWords(path))
          .run(left, tally, how(guarded), bulk::lockUsers);
    }
  }

  private static Plan plan(GivenIds ids, Collection<String> left, GivenIds guarded) {
    int both = guarded.those(ids::contains).size();
    return new Plan(ids.given(), ids.size(), left.size(), guarded.size(), both);
  }

  private LockOptionsBuilder how(GivenIds guarded) {
    return LockOptions.builder().protect(guarded::contains).revokeSessions(revokeSessions);
  }

  private static void skip(NotIds.Line line, Tally tally, Report report) {
    tally.addNotAnId(line);
    report.add(line.text(), Skipped.class.getSimpleName(), Skipped.Reason.NOT_AN_ID.name());
  }

  private Journal journal(Target target, KeyInstance instance, @Nullable Path path)
      throws IOException {
    JournalRun run =
        new JournalRun(
            JournalRun.LOCK,
            target.isLive(),
            instance.id(),
            revokeSessions,
            options.reason(),
            Instant.now());
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
