package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.http.Attempt;
import dev.clerkbapi.internal.http.ErrorResponse;
import dev.clerkbapi.internal.http.UnreadableBodyException;
import dev.clerkbapi.internal.support.Environment;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** Sends a request, and turns the response or exception into an outcome. Thread-safe. */
final class Exchange {
  private final Admission admission;
  private final RetryRules rules;
  private final Diagnosis diagnosis;
  private final Environment environment;

  Exchange(Admission admission, RetryRules rules, Diagnosis diagnosis, Environment environment) {
    this.admission = admission;
    this.rules = rules;
    this.diagnosis = diagnosis;
    this.environment = environment;
  }

  /** Either a value (null only for an operation without a body) or a failure. */
  record Outcome<T>(@Nullable T value, @Nullable Failure failure) {
    static <T> Outcome<T> of(Failure failure) {
      return new Outcome<>(null, failure);
    }
  }

  <T> Outcome<T> send(Call<T> call, CallState state) {
    Attempt attempt = Objects.requireNonNull(Attempt.of(call.request()));
    attempt.setSentOnce(rules.isSentOnce(state));
    limit(call.timeout(), state);
    attempt.setHeaders(state.options().headers());
    if (state.options().observer() != null) {
      attempt.keepResponse();
    }
    Outcome<T> outcome;
    try {
      outcome = read(call.execute(), attempt, state);
    } catch (UnreadableBodyException e) {
      outcome = Outcome.of(diagnosis.unreadable(state, attempt, e));
    } catch (Exception e) { // InterruptedException too: OkHttp does not declare what it throws.
      outcome = Outcome.of(failure(call, attempt, state, e));
    }
    if (attempt.status() != 0) {
      state.recordResponse(attempt.status(), diagnosis.ray(attempt), diagnosis.received(attempt));
    }
    return outcome;
  }

  private <T> Outcome<T> read(Response<T> response, Attempt attempt, CallState state) {
    if (attempt.status() == 0) { // A caller's interceptor responded in place of BAPI.
      attempt.recordResponse(response.code(), response.headers().get("cf-ray"));
    }
    if (!response.isSuccessful()) {
      ErrorResponse recorded = attempt.errorResponse();
      return Outcome.of(
          failure(
              recorded != null
                  ? recorded
                  : ErrorResponse.of(response.raw(), "", environment.clock()),
              state));
    } else if (response.body() == null && state.operation().promisesBody()) {
      UnreadableBodyException empty = new UnreadableBodyException("no body", "", null);
      return Outcome.of(diagnosis.unreadable(state, attempt, empty));
    }
    return new Outcome<>(response.body(), null);
  }

  private Failure failure(Call<?> call, Attempt attempt, CallState state, Exception e) {
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    ErrorResponse response = attempt.errorResponse();
    if (response != null) {
      return failure(response, state);
    }
    boolean interrupted = Thread.currentThread().isInterrupted();
    boolean timedOut = e instanceof InterruptedIOException && !interrupted;
    if (timedOut) {
      state.recordTimeout();
    }
    boolean cancelled = call.isCanceled() && !timedOut;
    return diagnosis.noResponse(
        state, attempt, diagnosis.ending(attempt, e, interrupted, cancelled));
  }

  private Failure failure(ErrorResponse response, CallState state) {
    admission.consider(response);
    return diagnosis.errorResponse(state, response);
  }

  /** Limits the attempt to the time left; a shorter limit of the caller's own stays. */
  private static void limit(Timeout timeout, CallState state) {
    long own = timeout.timeoutNanos();
    long left = Math.max(1, state.startAttempt());
    timeout.timeout(own == 0 ? left : Math.min(own, left), TimeUnit.NANOSECONDS);
  }
}
