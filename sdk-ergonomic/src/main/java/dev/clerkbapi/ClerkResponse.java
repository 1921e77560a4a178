package dev.clerkbapi;

import dev.clerkbapi.internal.engine.Summary;
import java.time.Duration;
import java.util.Optional;

/**
 * The value that a call returned, with the status and trace ID of its response; see {@link
 * ClerkClient#withResponse}. Immutable if the value is.
 *
 * @param <T> the value
 */
public final class ClerkResponse<T> {
  private final T value;
  private final Summary summary;

  ClerkResponse(T value, Summary summary) {
    this.value = value;
    this.summary = summary;
  }

  /** Returns the value that the call returned. */
  public T value() {
    return value;
  }

  /** Returns the HTTP status, such as {@code 200}. */
  public int status() {
    return summary.status();
  }

  /**
   * Returns the trace ID for Clerk's support, from the {@code cf-ray} header; empty without one.
   */
  public Optional<String> traceId() {
    return Optional.ofNullable(summary.traceId());
  }

  /** Returns the number of attempts: 1 if there was no retry. */
  public int attempts() {
    return summary.attempts();
  }

  /** Returns how long the whole call took, waits included. */
  public Duration duration() {
    return Duration.ofNanos(summary.nanos());
  }

  /**
   * Returns how long the last request took, from sending it to the end of the response: the latency
   * of the API, without any wait on this side.
   */
  public Duration requestDuration() {
    return Duration.ofNanos(summary.requestNanos());
  }

  /** Returns status and value. */
  @Override
  public String toString() {
    return status() + " " + value;
  }
}
