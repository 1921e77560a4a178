package dev.clerkbapi.internal.engine;

import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.internal.engine.Exchange.Outcome;
import dev.clerkbapi.internal.support.Lifecycle;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Makes the attempts of a call, one after the other, within one deadline. Thread-safe. */
final class CallAttempts {
  private final Lifecycle lifecycle;
  private final Admission admission;
  private final Exchange exchange;
  private final RetryRules rules;
  private final Diagnosis diagnosis;

  CallAttempts(
      Lifecycle lifecycle,
      Admission admission,
      Exchange exchange,
      RetryRules rules,
      Diagnosis diagnosis) {
    this.lifecycle = lifecycle;
    this.admission = admission;
    this.exchange = exchange;
    this.rules = rules;
    this.diagnosis = diagnosis;
  }

  /** Returns the response's body; null only for an operation that promises none. */
  <T> @Nullable T run(Call<T> given, CallState state) {
    Call<T> attempt = given.isExecuted() ? given.clone() : given;
    long wait = 0;
    while (true) {
      enter(given, state, wait);
      Outcome<T> outcome = sendAndLeave(given, attempt, state);
      Failure failure = outcome.failure();
      if (failure == null) {
        CallLog.attemptEnded(state, null, RetryRules.STOP);
        return outcome.value();
      }
      state.addFailure(failure);
      wait = rules.waitAfter(failure, state);
      CallLog.attemptEnded(state, failure, wait);
      if (wait == RetryRules.STOP) {
        throw failure.error();
      }
      attempt = given.clone();
    }
  }

  private void enter(Call<?> given, CallState state, long wait) {
    requireNotEnded(given, state);
    try {
      admission.enter(state, wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw diagnosis.endedBetweenAttempts(state, true);
    }
  }

  private <T> Outcome<T> sendAndLeave(Call<T> given, Call<T> attempt, CallState state) {
    Cancellation cancellation = state.options().cancellation();
    try {
      requireNotEnded(given, state);
      requireTime(state);
      cancellation.attemptStarts(attempt);
      return exchange.send(attempt, state);
    } finally {
      cancellation.attemptEnded(attempt);
      admission.leave();
    }
  }

  /** The wait may have taken all the time that was left for another attempt. */
  private static void requireTime(CallState state) {
    ClerkException last = state.lastError();
    if (last != null && state.left() <= 0) {
      throw last;
    }
  }

  /** Checks the caller's own call: the attempts are clones of it. */
  private void requireNotEnded(Call<?> given, CallState state) {
    boolean interrupted = Thread.currentThread().isInterrupted();
    boolean cancelled =
        state.options().cancellation().isCancelled()
            || (given.isCanceled() && !state.hasTimedOut());
    if (interrupted || cancelled || lifecycle.isClosed()) {
      throw diagnosis.endedBetweenAttempts(state, interrupted);
    }
  }
}
