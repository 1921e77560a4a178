package dev.clerkbapi.bulk;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry for an audit log. Immutable. Of the user it holds the ID and whether they were locked,
 * no personal data.
 */
public final class LockRecord {
  private final BulkAction action;
  private final String userId;
  private final Instant time;
  private final Optional<String> reason;
  private final @Nullable Boolean wasLocked;
  private final @Nullable LockOutcome outcome;
  private final @Nullable String traceId;

  LockRecord(
      BulkAction action,
      BulkUser user,
      Instant time,
      Optional<String> reason,
      @Nullable LockOutcome outcome,
      @Nullable String traceId) {
    this.action = action;
    this.userId = user.id();
    this.time = time;
    this.reason = reason;
    this.wasLocked = user.wasLocked();
    this.outcome = outcome;
    this.traceId = traceId;
  }

  /** Returns {@code lock} or {@code unlock}. */
  public String action() {
    return action.toString();
  }

  /** Returns the ID of the user, such as {@code user_123}. */
  public String userId() {
    return userId;
  }

  /** Returns when this happened. */
  public Instant time() {
    return time;
  }

  /** Returns the reason given to {@link LockOptionsBuilder#reason}. */
  public Optional<String> reason() {
    return reason;
  }

  /**
   * Returns whether the user was locked when read first; empty if they were not, or could not be.
   */
  public Optional<Boolean> wasLocked() {
    return Optional.ofNullable(wasLocked);
  }

  /** Returns the outcome; empty for an intent. */
  public Optional<LockOutcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** Returns the trace ID of the last response, for Clerk's support; empty if there was none. */
  public Optional<String> traceId() {
    return Optional.ofNullable(traceId);
  }

  @Override
  public String toString() {
    return time + " " + action + " " + userId + (outcome == null ? "" : " " + outcome);
  }
}
