package dev.clerkbapi.bulk;

import dev.clerkbapi.bulk.LockOutcome.Skipped;

/** The run ended before a request could be sent. */
final class BulkEndedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final Skipped.Reason reason;

  BulkEndedException(Skipped.Reason reason) {
    super("the run ended before this request was sent: " + reason);
    this.reason = reason;
  }

  Skipped.Reason reason() {
    return reason;
  }
}
