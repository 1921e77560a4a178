package dev.clerkbapi.cli;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.LockOptions;
import dev.clerkbapi.LockOptionsBuilder;
import java.io.IOException;
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

/** Locks the users of a file. */
@Command(
    name = "lock-users",
    mixinStandardHelpOptions = true,
    version = "lock-users 0.1.0",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Locks users out of signing in, as many as the file has, and tells what became of each.",
      "A lock does not end the sessions that a user has; --revoke-sessions does.",
      "The secret key comes from the environment variable CLERK_SECRET_KEY."
    },
    footer = {
      "",
      "Killed at any moment, the same command with the same journal goes on where it stopped:",
      "whoever is finished is not sent again, whoever failed is tried again."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:All done: locked, locked already, protected, or no such user",
      "1:Some not done: failed, refused or unknown, or sessions are left; run it again",
      "2:Nothing done: wrong usage, a file that cannot be read, a wrong key, all refused",
      "130:Ended by Ctrl-C"
    })
final class LockCommand implements Callable<Integer> {
  private final Console console;
  private final Notices notices;

  @Mixin private final RunOptions options = new RunOptions();

  @Option(
      names = "--protect",
      paramLabel = "FILE",
      description = "IDs of users who are never touched, such as break-glass administrators.")
  private @Nullable String protect;

  @Option(
      names = "--revoke-sessions",
      description = "Revokes the active sessions of each user after the lock.")
  private boolean revokeSessions;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "Writes down what is done. Needed to go on after a kill, and to undo.")
  private @Nullable Path journalFile;

  @Option(
      names = "--column",
      paramLabel = "NAME|NUMBER",
      description = {
        "FILE is CSV, and this column has the IDs. With a name, its first row has the names;",
        "with a number, counted from 1, it has no such row."
      })
  private @Nullable String column;

  @Option(
      names = "--demo",
      paramLabel = "N",
      description = "Instead of FILE: locks N users of a fake on this machine, without a key.")
  private @Nullable Integer demo;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "IDs, one a line (blank lines and # comments are ignored); - for stdin.")
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
      throw new RefusedException("--demo takes a number of users above zero, and no FILE");
    }
    try (Demo fake = new Demo(users, rate)) {
      fake.tellBegin(console.out());
      int status = lock(fake.ids(), fake.target());
      fake.tellEnd(console.out());
      return status;
    }
  }

  private int lock(List<String> given, Target target) throws IOException {
    Set<String> ids = new LinkedHashSet<>(given);
    if (ids.isEmpty()) {
      throw new RefusedException(file + " holds no ID");
    }
    Set<String> guarded =
        protect == null ? Set.of() : Set.copyOf(new UserIds(console.in()).readProtected(protect));
    try (ClerkClient clerk = target.connect();
        Journal journal = journal(target)) {
      List<String> left = ids.stream().filter(id -> !journal.isFinished(id)).toList();
      Plan plan = new Plan(given.size(), ids.size(), left.size(), guarded.size());
      console.out().println(plan.text(options.dryRun, target.requestsPerSecond()));
      LockOptionsBuilder how = LockOptions.builder().protect(guarded);
      how.revokeSessions(revokeSessions);
      return new BulkJob(console, notices, options, journal, howToUndo())
          .run(left, ids.size() - left.size(), how, clerk.users()::lockUsers);
    }
  }

  private Journal journal(Target target) throws IOException {
    JournalRun run =
        new JournalRun(
            JournalRun.LOCK, target.isLive(), revokeSessions, options.reason(), Instant.now());
    return journalFile == null ? Journal.none() : options.journal(journalFile, run, notices);
  }

  private Optional<String> howToUndo() {
    return Optional.ofNullable(options.dryRun ? null : journalFile)
        .map(path -> "To undo: lock-users undo --journal " + path);
  }
}
