package dev.clerkbapi.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that all commands share: how fast, and where outcomes go. */
final class OutputOptions {
  private static final int MOST_PER_SECOND = 1000;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = {
        "Requests per second, reads included.",
        "Default: 80 for a live key, 8 for a test key, which is 80 %% of Clerk's limit."
      })
  @Nullable Integer rate;

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
   * @throws RefusedException if it is out of bounds
   */
  OptionalInt checkedRate() {
    if (rate != null && (rate < 1 || rate > MOST_PER_SECOND)) {
      throw new RefusedException("--rate must be from 1 to " + MOST_PER_SECOND + ", not " + rate);
    }
    return rate == null ? OptionalInt.empty() : OptionalInt.of(rate);
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
}
