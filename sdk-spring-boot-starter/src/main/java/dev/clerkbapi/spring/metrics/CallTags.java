package dev.clerkbapi.spring.metrics;

import dev.clerkbapi.CallReport;
import io.micrometer.common.KeyValues;

/** What tells calls apart: few different values, never an ID. */
final class CallTags {
  static final String CALLS = "clerk.calls";
  static final String OPERATION = "operation";

  private static final String NONE = "none";

  private CallTags() {}

  static KeyValues of(CallReport report) {
    int status = report.status().orElse(0);
    return KeyValues.of(
        OPERATION,
        report.operation(),
        "status",
        status == 0 ? NONE : Integer.toString(status),
        "outcome",
        outcome(status, report.error().isPresent()),
        "exception",
        report.error().orElse(NONE));
  }

  /** The words of Spring's own metrics. */
  private static String outcome(int status, boolean failed) {
    if (!failed) {
      return "SUCCESS";
    }
    return switch (status / 100) {
      case 4 -> "CLIENT_ERROR";
      case 5 -> "SERVER_ERROR";
      default -> "UNKNOWN"; // No response, or one that could not be read.
    };
  }
}
