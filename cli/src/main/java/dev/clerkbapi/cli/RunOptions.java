package dev.clerkbapi.cli;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.bulk.LockOptions;
import dev.clerkbapi.bulk.LockOptionsBuilder;
import dev.clerkbapi.cli.journal.Journal;
import dev.clerkbapi.cli.journal.JournalRun;
import dev.clerkbapi.cli.journal.UnusableJournalException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that locking and undoing share. */
final class RunOptions {
  private static final int GIVE_UP_MINUTES = 10;

  /** The default. */
  static final Duration GIVE_UP = Duration.ofMinutes(GIVE_UP_MINUTES);

  @Mixin final OutputOptions output = new OutputOptions();

  @Option(
      names = "--dry-run",
      description = "Only read, and report what would be done. Writes no journal.")
  boolean dryRun;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the journal.")
  @Nullable String reason;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "Users worked on at once. Default: as many as the rate needs, up to 64.")
  @Nullable Integer concurrency;

  @Option(
      names = "--give-up",
      paramLabel = "MINUTES",
      description = {
        "End the run when the API has not worked for so long; until then the run waits for it.",
        "Default: ${DEFAULT-VALUE}."
      })
  int giveUpMinutes = GIVE_UP_MINUTES;

  @Option(
      names = "--plain",
      description = "Print progress as lines instead of a bar, as when there is no terminal.")
  boolean plain;

  @Option(
      names = "--max-unknown",
      paramLabel = "PERCENT",
      description = {
        "Up to so many of the users may be unknown to the instance for exit status 0.",
        "Default: ${DEFAULT-VALUE}."
      })
  int maxUnknown = 20;

  /**
   * Returns the rate, if one was given.
   *
   * @throws RefusedException if the rate or another number is out of bounds
   */
  OptionalInt checkedRate() {
    if (maxUnknown < 0 || maxUnknown > 100) {
      throw new RefusedException("--max-unknown must be from 0 to 100, not " + maxUnknown);
    }
    checkPace();
    return output.rate.checked();
  }

  /** The library knows the bounds, and names them in its message. */
  private void checkPace() {
    try {
      setPace(LockOptions.builder());
    } catch (IllegalArgumentException e) {
      throw new RefusedException("--concurrency, --give-up: " + e.getMessage());
    }
  }

  /** Sets how many users are worked on at once, and how long a pause of the API may last. */
  void setPace(LockOptionsBuilder builder) {
    if (concurrency != null) {
      builder.concurrency(concurrency);
    }
    builder.giveUpAfter(giveUpAfter());
  }

  /** Returns how long an API that takes no requests is waited for. */
  Duration giveUpAfter() {
    return Duration.ofMinutes(giveUpMinutes);
  }

  /** Returns how many users can be worked on at once. */
  int atOnce() {
    return concurrency == null ? ClerkClient.MAX_CONCURRENT_REQUESTS : concurrency;
  }

  /**
   * Opens a journal; a dry run only reads it.
   *
   * @throws UnusableJournalException if the run may not continue it, for example because it belongs
   *     to another instance
   */
  Journal openJournal(Path path, JournalRun run, Notices notices) throws IOException {
    return dryRun
        ? Journal.readOnly(path, run, notices::print)
        : Journal.open(path, run, notices::print);
  }

  Optional<String> reason() {
    return Optional.ofNullable(reason).filter(it -> !it.isBlank());
  }
}
