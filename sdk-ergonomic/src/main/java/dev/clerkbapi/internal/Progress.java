package dev.clerkbapi.internal;

import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call as far as it has come, and its deadline. For the thread that runs the call. */
final class Progress {
  private final Operation operation;
  private final Extras extras;
  private final Environment environment;
  private final long start;
  private final long timeout;
  private List<Failure> failures = List.of();
  private long attemptStart;
  private int status;
  private @Nullable String traceId;
  private boolean timedOut;

  Progress(Operation operation, Extras extras, long timeout, Environment environment) {
    this.operation = operation;
    this.extras = extras;
    this.environment = environment;
    this.start = environment.nanoTime();
    this.timeout = timeout;
  }

  Operation operation() {
    return operation;
  }

  Extras extras() {
    return extras;
  }

  /** Returns the nanoseconds until the deadline; zero or below once it has passed. */
  long left() {
    return timeout - (environment.nanoTime() - start);
  }

  /** An attempt begins; returns the time that is left for it. */
  long attempt() {
    attemptStart = environment.nanoTime();
    return timeout - (attemptStart - start);
  }

  long nanosOfAttempt() {
    return environment.nanoTime() - attemptStart;
  }

  /** There was an answer, of whatever kind. */
  void answered(int statusOfAnswer, @Nullable String ray) {
    status = statusOfAnswer;
    traceId = ray;
  }

  /** An attempt ran out of time, which cancels its HTTP call. */
  void timedOut() {
    timedOut = true;
  }

  boolean hasTimedOut() {
    return timedOut;
  }

  void failed(Failure failure) {
    if (failures.isEmpty()) {
      failures = new ArrayList<>(2);
    }
    failures.add(failure);
  }

  int attemptsFailed() {
    return failures.size();
  }

  /** Returns the end of the last attempt, or null if none has failed. */
  @Nullable ClerkException lastError() {
    return failures.isEmpty() ? null : failures.get(failures.size() - 1).error();
  }

  /** Whether BAPI may have done in one of the attempts what was asked. */
  boolean carriedOutMaybe() {
    ClerkException last = lastError();
    return last != null && last.mayHaveBeenCarriedOut();
  }

  int status() {
    return status;
  }

  /** Returns the trace of the last answer. */
  @Nullable String traceId() {
    return traceId;
  }

  /** Returns the error that ends the call, which holds those of the attempts before it. */
  ClerkException ending(ClerkException error) {
    for (Failure failure : failures) {
      if (failure.error() != error) {
        error.addSuppressed(failure.error());
      }
    }
    return error;
  }

  /** Returns what became of the call, which ends now. */
  Summary summary(@Nullable ClerkException error) {
    return new Summary(
        operation,
        status,
        failures.size() + (error == null ? 1 : 0),
        environment.nanoTime() - start,
        error instanceof ClerkApiException answer ? answer.traceId().orElse(null) : traceId,
        error == null ? null : error.getClass().getSimpleName());
  }
}
