package dev.clerkbapi.bulk;

import org.jspecify.annotations.Nullable;

/**
 * Notifies the audit of a bulk run. Whatever that throws ends the run, and no outcome is lost: also
 * errors, and what it does not declare, because not every language checks that.
 */
final class BulkAudit {
  private final BulkAction action;
  private final LockOptions options;
  private final BulkEnd end;

  BulkAudit(BulkAction action, LockOptions options, BulkEnd end) {
    this.action = action;
    this.options = options;
    this.end = end;
  }

  /** Returns whether the intent is written, so that the request may be sent. */
  boolean intended(BulkUser user) {
    try {
      options.audit().intended(entry(user, null, null));
      return true;
    } catch (Throwable e) {
      end.fail(e);
      return false;
    }
  }

  BulkStep ended(BulkUser user, LockOutcome outcome, @Nullable String traceId) {
    try {
      options.audit().ended(entry(user, outcome, traceId));
    } catch (Throwable e) {
      end.fail(e);
    }
    return BulkStep.of(outcome);
  }

  private LockRecord entry(BulkUser user, @Nullable LockOutcome outcome, @Nullable String traceId) {
    return LockRecord.builder(action, user.id())
        .time(options.clock().instant())
        .reason(options.reason().orElse(null))
        .wasLocked(user.wasLocked())
        .outcome(outcome)
        .traceId(traceId)
        .build();
  }
}
