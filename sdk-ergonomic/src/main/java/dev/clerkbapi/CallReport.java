package dev.clerkbapi;

import dev.clerkbapi.internal.engine.Summary;
import dev.clerkbapi.internal.http.Operation;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The result of one call, for metrics and logs. Immutable and serializable. It contains no key, no
 * user ID and nothing of a body. {@link #operation()}, {@link #status()} and {@link #error()} have
 * few different values, and make good tags.
 */
public final class CallReport implements Serializable {
  private static final long serialVersionUID = 1L;

  private final transient Summary summary;

  CallReport(Summary summary) {
    this.summary = summary;
  }

  /**
   * Returns a builder, for tests of a {@link CallListener}.
   *
   * @param operation such as {@code lockUser}
   */
  public static Builder builder(String operation) {
    return new Builder(operation);
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

  private Object writeReplace() {
    return new Serialized(
        operation(),
        method(),
        path(),
        summary.status(),
        attempts(),
        summary.nanos(),
        summary.traceId(),
        summary.error());
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("reports are serialized as their values");
  }

  @Override
  public String toString() {
    return "CallReport[" + summary + "]";
  }

  /** The values of a report, without the internals that it keeps them in. */
  private record Serialized(
      String operation,
      String method,
      String path,
      int status,
      int attempts,
      long nanos,
      @Nullable String traceId,
      @Nullable String error)
      implements Serializable {

    private Object readResolve() {
      return builder(operation)
          .method(method)
          .path(path)
          .status(status)
          .attempts(attempts)
          .duration(Duration.ofNanos(nanos))
          .traceId(traceId)
          .error(error)
          .build();
    }
  }

  /**
   * Builds a report: by default of a successful {@code GET} with one attempt, status 200, that took
   * no time. Not thread-safe.
   */
  public static final class Builder {
    private final String operation;
    private String method = "GET";
    private String path = "";
    private int status = 200;
    private int attempts = 1;
    private Duration duration = Duration.ZERO;
    private @Nullable String traceId;
    private @Nullable String error;

    private Builder(String operation) {
      this.operation = Objects.requireNonNull(operation, "operation");
    }

    /** Sets the HTTP method, such as {@code POST}. */
    public Builder method(String httpMethod) {
      this.method = Objects.requireNonNull(httpMethod, "method");
      return this;
    }

    /** Sets the path without values, such as {@code /users/{user_id}/lock}. */
    public Builder path(String template) {
      this.path = Objects.requireNonNull(template, "path");
      return this;
    }

    /** Sets the HTTP status of the last response, such as 429; 0 if there was no response. */
    public Builder status(int httpStatus) {
      this.status = httpStatus;
      return this;
    }

    /** Sets the number of attempts. */
    public Builder attempts(int number) {
      this.attempts = number;
      return this;
    }

    /** Sets how long the whole call took. */
    public Builder duration(Duration wholeCall) {
      this.duration = Objects.requireNonNull(wholeCall, "duration");
      return this;
    }

    /** Sets the trace ID of the last response; null, as by default, for none. */
    public Builder traceId(@Nullable String id) {
      this.traceId = id;
      return this;
    }

    /**
     * Sets the simple name of the exception, such as {@code NotFound}; null, as by default, for a
     * call that succeeded.
     */
    public Builder error(@Nullable String simpleName) {
      this.error = simpleName;
      return this;
    }

    /** Returns the report. */
    public CallReport build() {
      Operation called = new Operation(operation, method, path, null, true, null);
      long nanos = duration.toNanos();
      return new CallReport(new Summary(called, status, attempts, nanos, 0, traceId, error, null));
    }
  }
}
