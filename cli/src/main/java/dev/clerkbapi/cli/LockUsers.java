package dev.clerkbapi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;

/**
 * How do I lock 20,000 users, and lose none of them whatever happens?
 *
 * <p>{@code --help} says how to use it, {@code --demo 500} shows it without a key, and {@code
 * docs/bulk-lock.md} is for the one who has minutes to act.
 */
public final class LockUsers {
  private LockUsers() {}

  public static void main(String[] args) {
    System.exit(run(Console.ofSystem(), args));
  }

  /** Returns the exit status. What goes wrong is one line on standard error. */
  static int run(Console console, String... args) {
    Notices notices = new Notices(console.err());
    return new CommandLine(new LockCommand(console, notices))
        .addSubcommand(new UndoCommand(console, notices))
        .setOut(console.out())
        .setErr(console.err())
        .setExecutionExceptionHandler((e, command, parsed) -> status(e, notices))
        .execute(args);
  }

  private static int status(Exception e, Notices notices) throws Exception {
    if (e instanceof UncheckedIOException) { // The journal, in the middle of a run.
      notices.tell(String.valueOf(e.getMessage()));
      return Tally.SOME_NOT_DONE;
    } else if (e instanceof RefusedException
        || e instanceof IOException
        || e instanceof IllegalArgumentException) {
      notices.tell("lock-users: " + e.getMessage());
      return Tally.NOTHING_DONE;
    }
    throw e;
  }
}
