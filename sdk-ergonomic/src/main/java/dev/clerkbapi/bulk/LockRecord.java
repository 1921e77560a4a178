package dev.clerkbapi.bulk;

import java.time.Instant;
import java.util.Objects;
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

  private LockRecord(Builder from) {
    this.action = from.action;
    this.userId = from.userId;
    this.time = from.time;
    this.reason = Optional.ofNullable(from.reason);
    this.wasLocked = from.wasLocked;
    this.outcome = from.outcome;
    this.traceId = from.traceId;
  }

  /**
   * Returns a builder, for tests of a {@link LockAudit}: by default of an intent at the beginning
   * of 1970.
   *
   * @param action {@code lock} or {@code unlock}
   * @param userId such as {@code user_123}
   * @throws IllegalArgumentException for another action
   */
  public static Builder builder(String action, String userId) {
    for (BulkAction each : BulkAction.values()) {
      if (each.toString().equals(action)) {
        return builder(each, userId);
      }
    }
    throw new IllegalArgumentException("the action is lock or unlock, not " + action);
  }

  static Builder builder(BulkAction action, String userId) {
    return new Builder(action, userId);
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

  /** Builds a {@link LockRecord}. Not thread-safe. */
  public static final class Builder {
    private final BulkAction action;
    private final String userId;
    private Instant time = Instant.EPOCH;
    private @Nullable String reason;
    private @Nullable Boolean wasLocked;
    private @Nullable LockOutcome outcome;
    private @Nullable String traceId;

    private Builder(BulkAction action, String userId) {
      this.action = action;
      this.userId = Objects.requireNonNull(userId, "userId");
    }

    /** Sets when this happened. */
    public Builder time(Instant when) {
      this.time = Objects.requireNonNull(when, "time");
      return this;
    }

    /** Sets the reason, such as {@code INC-1234}; null, as by default, for none. */
    public Builder reason(@Nullable String text) {
      this.reason = text;
      return this;
    }

    /** Sets whether the user was locked before; null, as by default, if that is not known. */
    public Builder wasLocked(@Nullable Boolean locked) {
      this.wasLocked = locked;
      return this;
    }

    /** Sets the outcome; null, as by default, for an intent. */
    public Builder outcome(@Nullable LockOutcome result) {
      this.outcome = result;
      return this;
    }

    /** Sets the trace ID of the last response; null, as by default, for none. */
    public Builder traceId(@Nullable String id) {
      this.traceId = id;
      return this;
    }

    /** Returns the record. */
    public LockRecord build() {
      return new LockRecord(this);
    }
  }
}
