package dev.clerkbapi.cli;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.LockOptions;
import dev.clerkbapi.LockOptionsBuilder;
import dev.clerkbapi.cli.journal.Journal;
import dev.clerkbapi.cli.journal.JournalRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
      "The secret key is read from the environment variable CLERK_SECRET_KEY."
    },
    footer = {
      "",
      "After an interruption, run the same command with the same journal to continue:",
      "finished users are not sent again, failed ones are tried again."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:All done: locked, already locked, protected, or no such user",
      "1:Some not done: failed, refused or unknown, or sessions left; run it again."
          + " Also if the journal or the report may be incomplete",
      "2:Nothing done: wrong usage, an unreadable file, a wrong key, all refused",
      "130:Stopped by Ctrl-C"
    })
final class LockCommand implements Callable<Integer> {
  private final Console console;
  private final Notices notices;

  @Mixin private final RunOptions options = new RunOptions();

  @Option(
      names = "--protect",
      paramLabel = "FILE",
      description = "File with IDs of users who are never locked, such as administrators.")
  private @Nullable String protect;

  @Option(
      names = "--revoke-sessions",
      description = "Also revoke the active sessions of each user.")
  private boolean revokeSessions;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "Record what is done. Needed to continue after a kill, and to undo.")
  private @Nullable Path journalFile;

  @Option(
      names = "--column",
      paramLabel = "NAME|NUMBER",
      description = {
        "FILE is CSV, and the IDs are in this column. Give a name if the first row is a header,",
        "a number counted from 1 if there is no header."
      })
  private @Nullable String column;

  @Option(
      names = "--demo",
      paramLabel = "N",
      description = "Instead of FILE: lock N users of a fake on this machine; needs no key.")
  private @Nullable Integer demo;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "User IDs, one per line (blank lines and # comments are ignored); - for stdin.")
  private @Nullable String file;

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
    if (file == null) {
      throw new RefusedException("FILE is missing; see lock-users --help");
    }
    Target target = Target.of(console.environment(), rate);
    return lock(new UserIds(console.in()).read(file, Optional.ofNullable(column)), target);
  }

  private int demo(int users, OptionalInt rate) throws IOException {
    if (file != null || users < 1) {
      throw new RefusedException("--demo takes a number of users above zero and no FILE");
    }
    try (Demo fake = new Demo(users, rate)) {
      PrintWriter out = options.text(console).out();
      fake.printStart(out);
      int status = lock(fake.ids(), fake.target());
      fake.printEnd(out);
      return status;
    }
  }

  private int lock(List<String> given, Target target) throws IOException {
    Set<String> ids = new LinkedHashSet<>(given);
    if (ids.isEmpty()) {
      throw new RefusedException(file + " contains no ID");
    }
    Set<String> protectedIds =
        protect == null ? Set.of() : Set.copyOf(new UserIds(console.in()).readProtected(protect));
    Report report = options.openReports(console.out(), notices);
    Console text = options.text(console);
    try (ClerkClient clerk = target.connect();
        Journal journal = journal(target)) {
      List<String> left = ids.stream().filter(id -> !journal.isFinished(id)).toList();
      Plan plan = new Plan(given.size(), ids.size(), left.size(), protectedIds.size());
      text.out().println(plan.text(options.dryRun, target.requestsPerSecond()));
      LockOptionsBuilder how = LockOptions.builder().protect(protectedIds);
      how.revokeSessions(revokeSessions);
      return new BulkJob(text, notices, options, journal, report, howToUndo())
          .run(left, ids.size() - left.size(), how, clerk.users()::lockUsers);
    }
  }

  private Journal journal(Target target) throws IOException {
    JournalRun run =
        new JournalRun(
            JournalRun.LOCK, target.isLive(), revokeSessions, options.reason(), Instant.now());
    return journalFile == null ? Journal.none() : options.openJournal(journalFile, run, notices);
  }

  private Optional<String> howToUndo() {
    return Optional.ofNullable(options.dryRun ? null : journalFile)
        .map(path -> "To undo: lock-users undo --journal " + path);
  }
}
