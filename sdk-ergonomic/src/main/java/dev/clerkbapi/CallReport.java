package dev.clerkbapi;

import dev.clerkbapi.internal.engine.Summary;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The result of one call, for metrics and logs. Immutable. It contains no key, no user ID and
 * nothing of a body. {@link #operation()}, {@link #status()} and {@link #error()} have few
 * different values, and make good tags.
 */
public final class CallReport {
  private final Summary summary;

  CallReport(Summary summary) {
    this.summary = summary;
  }

  /** Returns the name of the operation, such as {@code lockUser}. */
  public String operation() {
    return summary.operation().name();
  }

  /** Returns the HTTP method, such as {@code POST}. */
  public String method() {
    return summary.operation().method();
  }

  /** Returns the path, without values, such as {@code /users/{user_id}/lock}. */
  public String path() {
    return summary.operation().path();
  }

  /**
   * Returns the HTTP status of the last response to this call, such as {@code 200}; empty if none
   * of its attempts got one.
   */
  public OptionalInt status() {
    return summary.status() == 0 ? OptionalInt.empty() : OptionalInt.of(summary.status());
  }

  /**
   * Returns the number of attempts: requests that were sent, or could not be sent. It is 0 for a
   * call that ended before its first attempt, because it would have had to wait beyond its timeout:
   * for the end of a 429's {@code Retry-After}, or for a permit of the {@link RateLimit}.
   */
  public int attempts() {
    return summary.attempts();
  }

  /** Returns how long the whole call took, waits included. */
  public Duration duration() {
    return Duration.ofNanos(summary.nanos());
  }

  /**
   * Returns the trace ID of the last response, for Clerk's support: the {@code clerk_trace_id} of
   * an error response, or else the {@code cf-ray} header.
   */
  public Optional<String> traceId() {
    return Optional.ofNullable(summary.traceId());
  }

  /**
   * Returns the simple name of the exception that the call threw, such as {@code NotFound} or
   * {@code ClerkTransportException}; empty if it succeeded.
   */
  public Optional<String> error() {
    return Optional.ofNullable(summary.error());
  }

  @Override
  public String toString() {
    return "CallReport[" + summary + "]";
  }
}
