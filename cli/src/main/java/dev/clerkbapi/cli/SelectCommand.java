package dev.clerkbapi.cli;

import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.model.GetUserListParams;
import dev.clerkbapi.model.User;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the IDs of the users that filters find into a file, for a person to look at. */
@Command(
    name = "select",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Writes the IDs of the users who pass every filter into a file. Locks nobody: look at the"
          + " file, then give it to lock-users.",
      "The environment variables are those of lock-users: CLERK_SECRET_KEY, CLERK_API_URL."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:The file is written",
      "2:No file is written: wrong usage, a wrong key, an error of the API, no user found",
      "130:Stopped by Ctrl-C; no file is written"
    })
final class SelectCommand implements Callable<Integer> {
  private static final long PAGE = 500;

  private final Console console;
  private final Notices notices;

  @Mixin private final UserFilters filters = new UserFilters();

  @Mixin private final RateOption rate = new RateOption();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The file to write; one that exists is refused.")
  private @Nullable Path file;

  @Option(names = "--overwrite", description = "Replace FILE if it exists.")
  private boolean overwrite;

  SelectCommand(Console console, Notices notices) {
    this.console = console;
    this.notices = notices;
  }

  @Override
  public Integer call() throws IOException {
    Target target = Target.of(console.environment(), rate.checked());
    String filter = filters.text();
    try (SelectedIds ids = SelectedIds.create(file, overwrite);
        Connection connection = Connection.open(target, RunOptions.GIVE_UP, console, notices)) {
      writeAll(connection, ids);
      ids.finish(
          "Users of " + connection.instance().name() + ", selected at " + Instant.now(),
          filter,
          Texts.users(ids.count()));
      console.out().println(Texts.users(ids.count()) + ": " + Texts.visible(ids.name()));
      console.out().println("Look at the file, then: lock-users --dry-run " + ids.name());
      console.out().flush();
      return Tally.ALL_DONE;
    }
  }

  private void writeAll(Connection connection, SelectedIds ids) throws IOException {
    GetUserListParams.Builder params = GetUserListParams.builder();
    filters.addTo(params);
    params.limit(PAGE).orderBy("+created_at"); // New users come last, and move nobody.
    try (Stream<User> users = connection.clerk().users().streamUserList(params.build())) {
      for (User user : (Iterable<User>) users::iterator) {
        ids.add(user.id());
      }
    } catch (ClerkException | IllegalStateException e) { // Also: a member is missing.
      throw new RefusedException(
          "the users could not be read: " + e.getMessage() + "; no file is written");
    }
    if (ids.count() == 0) {
      throw new RefusedException("no user passes the filters; no file is written");
    }
  }
}
