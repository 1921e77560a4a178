package dev.clerkbapi.internal.engine;

import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.internal.http.Operation;
import dev.clerkbapi.internal.http.ReceivedResponse;
import dev.clerkbapi.internal.support.Environment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state and the deadline of one call. For the thread that runs the call. */
final class CallState {
  private final Operation operation;
  private final CallSettings options;
  private final Environment environment;
  private final long start;
  private List<Failure> failures = List.of();
  private long attemptStart;
  private long requestNanos;
  private int status;
  private @Nullable String traceId;
  private @Nullable ReceivedResponse received;
  private boolean timedOut;

  CallState(Operation operation, CallSettings options, Environment environment) {
    this.operation = operation;
    this.options = options;
    this.environment = environment;
    this.start = environment.nanoTime();
  }

  Operation operation() {
    return operation;
  }

  CallSettings options() {
    return options;
  }

  /** Returns the nanoseconds until the deadline; zero or below once it has passed. */
  long left() {
    return options.timeoutNanos() - (environment.nanoTime() - start);
  }

  /** Starts an attempt, and returns the nanoseconds left for it. */
  long startAttempt() {
    attemptStart = environment.nanoTime();
    return options.timeoutNanos() - (attemptStart - start);
  }

  long nanosOfAttempt() {
    return environment.nanoTime() - attemptStart;
  }

  /** Records a response, whether successful or not. */
  void recordResponse(
      int statusOfResponse, @Nullable String ray, @Nullable ReceivedResponse whole) {
    requestNanos = nanosOfAttempt();
    received = whole;
    status = statusOfResponse;
    traceId = ray;
  }

  /** Records that an attempt timed out, which cancels its HTTP call. */
  void recordTimeout() {
    timedOut = true;
  }

  boolean hasTimedOut() {
    return timedOut;
  }

  void addFailure(Failure failure) {
    if (failures.isEmpty()) {
      failures = new ArrayList<>(2);
    }
    failures.add(failure);
  }

  int attemptsFailed() {
    return failures.size();
  }

  /** Returns the error of the last attempt, or null if none has failed. */
  @Nullable ClerkException lastError() {
    return failures.isEmpty() ? null : failures.get(failures.size() - 1).error();
  }

  /** Returns whether BAPI may have carried out the request in one of the attempts. */
  boolean mayHaveBeenCarriedOut() {
    ClerkException last = lastError();
    return last != null && last.mayHaveBeenCarriedOut();
  }

  int status() {
    return status;
  }

  /** Returns the trace ID of the last response. */
  @Nullable String traceId() {
    return traceId;
  }

  /** Adds the errors of the earlier attempts to the one that ends the call, and returns it. */
  ClerkException withEarlierErrors(ClerkException error) {
    for (Failure failure : failures) {
      if (failure.error() != error) {
        error.addSuppressed(failure.error());
      }
    }
    return error;
  }

  /** Returns the result of the call, which ends now. */
  Summary summary(@Nullable Throwable error) {
    return new Summary(
        operation,
        status,
        failures.size() + (error == null ? 1 : 0),
        environment.nanoTime() - start,
        requestNanos,
        error instanceof ClerkApiException api ? api.traceId().orElse(null) : traceId,
        error == null ? null : error.getClass().getSimpleName(),
        received);
  }
}
