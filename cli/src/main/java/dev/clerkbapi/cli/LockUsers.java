package dev.clerkbapi.cli;

import dev.clerkbapi.cli.journal.UnusableJournalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Locks or unlocks the users of a file, as the command line says.
 *
 * <p>{@code --help} lists the options, {@code --demo 500} shows a run without a key, and {@code
 * docs/bulk-lock.md} is the guide for an incident.
 */
public final class LockUsers {
  private LockUsers() {}

  public static void main(String[] args) {
    System.exit(run(Console.ofSystem(), args));
  }

  /** Returns the exit status. An error is one line on standard error. */
  static int run(Console console, String... args) {
    Notices notices = new Notices(console.err());
    try {
      return execute(console, notices, args);
    } catch (OutOfMemoryError e) {
      notices.print(
          "lock-users: the memory is not enough for so many users; run the same command with more,"
              + " such as java -Xmx512m -jar lock-users.jar");
      return Tally.SOME_NOT_DONE;
    }
  }

  private static int execute(Console console, Notices notices, String... args) {
    return new CommandLine(new LockCommand(console, notices))
        .addSubcommand(new SelectCommand(console, notices))
        .addSubcommand(new StatusCommand(console, notices))
        .addSubcommand(new UndoCommand(console, notices))
        .setOut(console.out())
        .setErr(console.err())
        .setParameterExceptionHandler((e, unused) -> wrongUsage(e, notices))
        .setExecutionExceptionHandler((e, command, parsed) -> status(e, notices))
        .execute(args);
  }

  private static int wrongUsage(ParameterException e, Notices notices) {
    String suggestion =
        e instanceof UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()
            ? "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?"
            : "";
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    notices.print("lock-users: " + e.getMessage() + suggestion + " See " + command + " --help");
    return Tally.NOTHING_DONE;
  }

  private static int status(Exception e, Notices notices) throws Exception {
    if (e instanceof UncheckedIOException) { // The journal failed in the middle of a run.
      notices.print(String.valueOf(e.getMessage()));
      return Tally.SOME_NOT_DONE;
    } else if (e instanceof RefusedException
        || e instanceof UnusableJournalException
        || e instanceof IOException
        || e instanceof IllegalArgumentException) {
      notices.print("lock-users: " + message(e));
      return Tally.NOTHING_DONE;
    }
    throw e;
  }

  /** The message of some errors of the file system is nothing but the file's name. */
  private static String message(Exception e) {
    return e instanceof FileSystemException failed
        ? failed.getFile() + ": " + Texts.reason(failed)
        : String.valueOf(e.getMessage());
  }
}
