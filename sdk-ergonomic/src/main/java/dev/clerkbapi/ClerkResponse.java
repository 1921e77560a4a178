package dev.clerkbapi;

import dev.clerkbapi.internal.engine.Summary;
import dev.clerkbapi.internal.http.Operation;
import dev.clerkbapi.internal.http.ReceivedResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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

  /**
   * Returns a builder, for tests of your own code: by default of a response with status 200, to the
   * first attempt, that took no time.
   *
   * @param value such as {@code User.builder().id("user_123").build()}
   */
  public static <T> Builder<T> builder(T value) {
    return new Builder<>(value);
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

  /**
   * Builds a {@link ClerkResponse}. Not thread-safe.
   *
   * @param <T> the value
   */
  public static final class Builder<T> {
    private final T value;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int status = 200;
    private int attempts = 1;
    private String rawJson = "";
    private Duration duration = Duration.ZERO;
    private Duration requestDuration = Duration.ZERO;
    private @Nullable String traceId;

    private Builder(T value) {
      this.value = value;
    }

    /** Sets the HTTP status, such as 200. */
    public Builder<T> status(int httpStatus) {
      this.status = httpStatus;
      return this;
    }

    /** Sets the number of attempts. */
    public Builder<T> attempts(int number) {
      this.attempts = number;
      return this;
    }

    /** Adds a header; one with the same name stays, and is the first. */
    public Builder<T> header(String name, String headerValue) {
      headers
          .computeIfAbsent(name, any -> new ArrayList<>())
          .add(Objects.requireNonNull(headerValue, "value"));
      return this;
    }

    /** Sets the body, such as {@code user.toJson()}; by default there is none. */
    public Builder<T> rawJson(String body) {
      this.rawJson = Objects.requireNonNull(body, "rawJson");
      return this;
    }

    /** Sets the trace ID; null, as by default, for none. */
    public Builder<T> traceId(@Nullable String id) {
      this.traceId = id;
      return this;
    }

    /** Sets how long the whole call took. */
    public Builder<T> duration(Duration wholeCall) {
      this.duration = Objects.requireNonNull(wholeCall, "duration");
      return this;
    }

    /** Sets how long the last request took. */
    public Builder<T> requestDuration(Duration lastRequest) {
      this.requestDuration = Objects.requireNonNull(lastRequest, "requestDuration");
      return this;
    }

    /** Returns the response. */
    public ClerkResponse<T> build() {
      ReceivedResponse received =
          new ReceivedResponse(headers, rawJson).withTexts(UnaryOperator.identity());
      Operation called = new Operation("", "GET", "", null, true, null);
      return new ClerkResponse<>(
          value,
          new Summary(
              called,
              status,
              attempts,
              duration.toNanos(),
              requestDuration.toNanos(),
              traceId,
              null,
              received));
    }
  }
}
