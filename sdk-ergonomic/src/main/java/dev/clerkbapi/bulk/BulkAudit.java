package dev.clerkbapi.bulk;

import org.jspecify.annotations.Nullable;

/** Notifies the audit of a bulk run, and keeps outcomes from being lost where the audit fails. */
final class BulkAudit {
  private final BulkAction action;
  private final LockOptions options;

  BulkAudit(BulkAction action, LockOptions options) {
    this.action = action;
    this.options = options;
  }

  /** Returns what the audit threw, or null. */
  @Nullable Throwable intended(BulkUser user) {
    try {
      options.audit().intended(entry(user, null, null));
      return null;
    } catch (Throwable e) { // Also what it does not declare: not every language checks that.
      return e;
    }
  }

  BulkStep ended(BulkUser user, LockOutcome outcome, @Nullable String traceId) {
    try {
      options.audit().ended(entry(user, outcome, traceId));
      return BulkStep.of(outcome, null);
    } catch (Throwable e) { // Also what it does not declare: not every language checks that.
      return BulkStep.of(outcome, e);
    }
  }

  private LockRecord entry(BulkUser user, @Nullable LockOutcome outcome, @Nullable String traceId) {
    return new LockRecord(
        action, user, options.clock().instant(), options.reason(), outcome, traceId);
  }
}
