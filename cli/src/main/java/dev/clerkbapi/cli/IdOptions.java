package dev.clerkbapi.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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

  /** What the file holds, if not IDs. */
  static final class By {
    @Option(
        names = "--email",
        description = {
          "FILE holds e-mail addresses, which are looked up, in upper or lower case. One that no"
              + " user has, or several, locks nobody."
        })
    private boolean email;

    @Option(names = "--username", description = "The same with usernames, exactly as given.")
    private boolean username;

    @Option(names = "--external-id", description = "The same with external IDs.")
    @SuppressWarnings("unused") // Implied, where none of the others is given.
    private boolean externalId;

    @Option(names = "--phone", description = "The same with phone numbers, such as +15555550100.")
    private boolean phone;

    private Identifier identifier() {
      if (email) {
        return Identifier.EMAIL;
      } else if (username) {
        return Identifier.USERNAME;
      }
      return phone ? Identifier.PHONE : Identifier.EXTERNAL_ID;
    }
  }

  @ArgGroup private @Nullable By by;

  @Option(
      names = "--skip-invalid",
      description = {
        "Go on without the lines that are no user IDs; without it, one such line is enough to",
        "refuse the file."
      })
  private boolean skipInvalid;

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "Refuse a file with more users than this.")
  private @Nullable Integer max;

  @Option(
      names = "--yes",
      description = "Ask no question; without it, one is asked on a terminal above 1000 users.")
  boolean yes;

  @Option(
      names = "--protect",
      paramLabel = "FILE",
      description = {
        "File with the users who are never locked, such as administrators: in each line an ID, also",
        "in quotes or brackets, or the URL of the user's page in the dashboard."
      })
  private @Nullable String protect;

  /** Returns the file, or {@code -} for standard input. */
  String requireFile() {
    if (file == null) {
      throw new RefusedException("FILE is missing; see lock-users --help");
    }
    return file;
  }

  /**
   * Returns the values of the file by which users are to be looked up; empty if it holds IDs.
   *
   * @throws RefusedException as {@link #read} does
   */
  Optional<GivenValues> readValues(Console console, Notices notices) {
    if (by == null) {
      return Optional.empty();
    }
    GivenValues values = new GivenValues(by.identifier());
    read(console, notices, values);
    require(values.notValues(), values.lines().size(), values.identifier().title, notices);
    return Optional.of(values);
  }

  /**
   * Returns the IDs of the file.
   *
   * @throws RefusedException if there is no file, it cannot be read or is empty, or has lines that
   *     are no IDs and are not to be skipped
   */
  GivenIds read(Console console, Notices notices) {
    GivenIds ids = new GivenIds();
    read(console, notices, ids);
    require(ids.notIds(), ids.size(), "ID", notices);
    return ids;
  }

  private void read(Console console, Notices notices, LineSink sink) {
    String source = requireFile();
    if (source.equals(UserIds.STANDARD_INPUT) && console.isTerminal()) {
      notices.print(
          "Reading IDs from the terminal, one per line. End with Ctrl-D (Windows: Ctrl-Z)");
    }
    new UserIds(console.in()).read(source, Optional.ofNullable(column), sink);
  }

  private void require(NotIds notIds, int size, String title, Notices notices) {
    String source = requireFile();
    boolean mayBeSkipped = skipInvalid && size > 0 && notIds.count() <= NotIds.MOST;
    if (notIds.count() > 0 && !mayBeSkipped) {
      String advice =
          skipInvalid || size == 0 ? "" : ", or give --skip-invalid to go on without these lines";
      throw new RefusedException(
          notIds.message(source) + ". Nothing was sent; correct the file" + advice);
    } else if (notIds.count() > 0) {
      notices.print(notIds.message(source) + ". They are skipped");
    } else if (size == 0) {
      throw new RefusedException(source + " contains no " + title);
    }
    if (max != null && size > max) {
      throw new RefusedException(
          source + " has " + Texts.users(size) + ", more than --max " + max + " allows");
    }
  }

  /**
   * Returns the IDs of the users who are never locked.
   *
   * @throws RefusedException if a line would protect nobody
   */
  GivenIds readProtected(Console console) {
    return protect == null
        ? new GivenIds()
        : ProtectList.read(protect, new UserIds(console.in())).ids();
  }
}
