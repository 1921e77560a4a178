package dev.clerkbapi.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which users are meant. */
final class IdOptions {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "User IDs, one per line (blank lines and # comments are ignored); - for stdin.")
  @Nullable String file;

  @Option(
      names = "--column",
      paramLabel = "NAME|NUMBER",
      description = {
        "FILE is CSV, and the IDs are in this column. Give a name if the first row is a header,",
        "a number counted from 1 if there is no header."
      })
  private @Nullable String column;

  @Option(
      names = "--protect",
      paramLabel = "FILE",
      description = "File with IDs of users who are never locked, such as administrators.")
  private @Nullable String protect;

  /** Returns the file, or {@code -} for standard input. */
  String requireFile() {
    if (file == null) {
      throw new RefusedException("FILE is missing; see lock-users --help");
    }
    return file;
  }

  /**
   * Returns the IDs in the order of the file, repeated ones included.
   *
   * @throws RefusedException if there is no file, or it cannot be read or is empty
   */
  List<String> read(Console console, Notices notices) {
    String source = requireFile();
    if (source.equals(UserIds.STANDARD_INPUT) && console.isTerminal()) {
      notices.print(
          "Reading IDs from the terminal, one per line. End with Ctrl-D (Windows: Ctrl-Z)");
    }
    List<String> ids = new UserIds(console.in()).read(source, Optional.ofNullable(column));
    if (ids.isEmpty()) {
      throw new RefusedException(source + " contains no ID");
    }
    return ids;
  }

  /** Returns the IDs of the users who are never locked. */
  Set<String> readProtected(Console console) {
    return protect == null
        ? Set.of()
        : new LinkedHashSet<>(new UserIds(console.in()).readProtected(protect));
  }
}
