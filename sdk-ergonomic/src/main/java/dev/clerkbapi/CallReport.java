package dev.clerkbapi;

import dev.clerkbapi.internal.engine.Summary;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What became of one call. Immutable. Holds no key, no ID of a user and nothing of a body, so that
 * it may go to any log or metric; {@link #operation()}, {@link #status()} and {@link #error()} have
 * few values and make good tags.
 */
public final class CallReport {
  private final Summary summary;

  CallReport(Summary summary) {
    this.summary = summary;
  }

  /** Returns the name of the interface's method, such as {@code lockUser}. */
  public String operation() {
    return summary.operation().name();
  }

  /** Returns the HTTP method, such as {@code POST}. */
  public String method() {
    return summary.operation().method();
  }

  /** Returns the path's template, such as {@code /users/{user_id}/lock}. */
  public String path() {
    return summary.operation().path();
  }

  /**
   * Returns the HTTP status of the last answer to this call, such as {@code 200}; empty if none of
   * its attempts was answered.
   */
  public OptionalInt status() {
    return summary.status() == 0 ? OptionalInt.empty() : OptionalInt.of(summary.status());
  }

  /**
   * Returns how many requests were sent, or tried to be. It is 0 for a call that ended before its
   * first: no time left behind a 429 of another call, no place in the {@link RateLimit}.
   */
  public int attempts() {
    return summary.attempts();
  }

  /** Returns how long the whole call took, with its waits. */
  public Duration duration() {
    return Duration.ofNanos(summary.nanos());
  }

  /**
   * Returns what Clerk's support asks for: of a call that failed, the {@code clerk_trace_id} of the
   * answer's body; else the {@code cf-ray} header of the last answer.
   */
  public Optional<String> traceId() {
    return Optional.ofNullable(summary.traceId());
  }

  /**
   * Returns the simple name of the class of what the call threw, such as {@code NotFound} or {@code
   * ClerkTransportException}; empty for a success.
   */
  public Optional<String> error() {
    return Optional.ofNullable(summary.error());
  }

  @Override
  public String toString() {
    return "CallReport[" + summary + "]";
  }
}
