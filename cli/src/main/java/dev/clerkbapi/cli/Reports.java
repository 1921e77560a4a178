package dev.clerkbapi.cli;

import java.util.List;

/** Several reports in one, or none. */
record Reports(List<Report> all) implements Report {
  @Override
  public void add(String userId, String outcome, String detail) {
    all.forEach(report -> report.add(userId, outcome, detail));
  }

  @Override
  public int end(Tally tally, int exitStatus) {
    int status = exitStatus;
    for (Report report : all) {
      status = report.end(tally, status);
    }
    return status;
  }
}
