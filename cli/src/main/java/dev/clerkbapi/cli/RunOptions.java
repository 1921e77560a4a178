package dev.clerkbapi.cli;

import dev.clerkbapi.bulk.LockOptions;
import dev.clerkbapi.cli.journal.Journal;
import dev.clerkbapi.cli.journal.JournalRun;
import dev.clerkbapi.cli.journal.UnusableJournalException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that locking and undoing share. */
final class RunOptions {
  private static final int MOST_PER_SECOND = 1000;

  @Option(
      names = "--dry-run",
      description = "Only read, and report what would be done. Writes no journal.")
  boolean dryRun;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the journal.")
  @Nullable String reason;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = {
        "Requests per second, reads included.",
        "Default: 80 for a live key, 8 for a test key, which is 80 %% of Clerk's limit."
      })
  @Nullable Integer rate;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "Users worked on at once. Default: ${DEFAULT-VALUE}.")
  int concurrency = 16;

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

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Also write the outcome of every user to this CSV file; appends to a report.")
  @Nullable Path reportFile;

  @Option(
      names = "--json",
      description = {
        "Print the outcome of every user and the summary as lines of JSON.",
        "All other text goes to standard error."
      })
  boolean json;

  /**
   * Returns the rate, if one was given.
   *
   * @throws RefusedException if the rate or another number is out of bounds
   */
  OptionalInt checkedRate() {
    if (maxUnknown < 0 || maxUnknown > 100) {
      throw new RefusedException("--max-unknown must be from 0 to 100, not " + maxUnknown);
    }
    if (rate != null && (rate < 1 || rate > MOST_PER_SECOND)) {
      throw new RefusedException("--rate must be from 1 to " + MOST_PER_SECOND + ", not " + rate);
    }
    checkConcurrency();
    return rate == null ? OptionalInt.empty() : OptionalInt.of(rate);
  }

  /** The library knows the bounds, and names them in its message. */
  private void checkConcurrency() {
    try {
      LockOptions.builder().concurrency(concurrency);
    } catch (IllegalArgumentException e) {
      throw new RefusedException("--concurrency: " + e.getMessage());
    }
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

  /** Opens the reports that were asked for. */
  Report openReports(PrintWriter out, Notices notices) throws IOException {
    List<Report> reports = new ArrayList<>();
    if (reportFile != null) {
      reports.add(CsvReport.open(reportFile, notices));
    }
    if (json) { // Last, because its summary has the exit status.
      reports.add(new JsonReport(out));
    }
    return new Reports(reports);
  }

  /** Returns where text for people goes. */
  Console text(Console console) {
    return json ? console.withTextOnErr() : console;
  }

  Optional<String> reason() {
    return Optional.ofNullable(reason).filter(it -> !it.isBlank());
  }
}
