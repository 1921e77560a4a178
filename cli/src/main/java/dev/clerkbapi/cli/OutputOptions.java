package dev.clerkbapi.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that all commands share: how fast, and where outcomes go. */
final class OutputOptions {
  @Mixin final RateOption rate = new RateOption();

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
