package dev.clerkbapi;

import dev.clerkbapi.internal.engine.Summary;
import dev.clerkbapi.internal.http.ReceivedResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The value that a call returned, with what is known of its response; see {@link
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

  /**
   * Returns the first value of a header of the response, such as {@code cf-ray}; empty without one.
   *
   * @param name in any case
   */
  public Optional<String> header(String name) {
    List<String> values = headers().get(name);
    return values == null ? Optional.empty() : Optional.of(values.get(0));
  }

  /**
   * Returns the headers of the response with their values in order; immutable. Names are found in
   * any case. If the server sent a key of this client back, {@code ***} stands in its place.
   */
  public Map<String, List<String>> headers() {
    ReceivedResponse received = summary.received();
    return received == null ? Map.of() : received.headers();
  }

  /**
   * Returns the body of the response, decompressed and otherwise as it was received, with whatever
   * secrets it has; empty if it has none.
   */
  public Optional<String> rawJson() {
    ReceivedResponse received = summary.received();
    return Optional.ofNullable(received).map(ReceivedResponse::body).filter(it -> !it.isEmpty());
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

  /** Returns status and value; no header, and nothing of the raw body. */
  @Override
  public String toString() {
    return status() + " " + value;
  }
}
