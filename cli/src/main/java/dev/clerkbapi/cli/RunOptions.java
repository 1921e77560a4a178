package dev.clerkbapi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What locking and undoing have in common. */
final class RunOptions {
  private static final int MOST_PER_SECOND = 1000;
  private static final int MOST_AT_ONCE = 64;

  @Option(
      names = "--dry-run",
      description = "Reads only, and says what would be done. Writes no journal.")
  boolean dryRun;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; goes into the journal.")
  @Nullable String reason;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = {
        "Requests per second, reads included.",
        "80 for a live key and 8 for a test key unless given, which is 80 %% of what Clerk grants."
      })
  @Nullable Integer rate;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "Users worked on at once, 1 to 64; ${DEFAULT-VALUE} unless given.")
  int concurrency = 16;

  @Option(
      names = "--plain",
      description = "Lines instead of a progress bar, as without a terminal.")
  boolean plain;

  /**
   * Returns the rate, if one was given.
   *
   * @throws RefusedException if a number is out of bounds
   */
  OptionalInt checkedRate() {
    if (rate != null && (rate < 1 || rate > MOST_PER_SECOND)) {
      throw new RefusedException("--rate is from 1 to " + MOST_PER_SECOND + ", not " + rate);
    }
    if (concurrency < 1 || concurrency > MOST_AT_ONCE) {
      throw new RefusedException(
          "--concurrency is from 1 to " + MOST_AT_ONCE + ", not " + concurrency);
    }
    return rate == null ? OptionalInt.empty() : OptionalInt.of(rate);
  }

  /** A dry run only looks at a journal; any other begins it or goes on with it. */
  Journal journal(Path path, JournalRun run, Notices notices) throws IOException {
    return dryRun ? Journal.look(path, run) : Journal.open(path, run, notices);
  }

  Optional<String> reason() {
    return Optional.ofNullable(reason).filter(it -> !it.isBlank());
  }
}
