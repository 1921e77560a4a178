package dev.clerkbapi.internal;

import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.internal.Exchange.Outcome;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** One call from its first attempt to its end, within one deadline. Used once, by one thread. */
final class CallRun<T> {
  private final CallExecutor executor;
  private final Call<T> given;
  private final Progress progress;
  private final Watcher watcher;

  CallRun(CallExecutor executor, Call<T> given, Progress progress, Watcher watcher) {
    this.executor = executor;
    this.given = given;
    this.progress = progress;
    this.watcher = watcher;
  }

  @Nullable T toEnd() {
    try {
      T value = attempts();
      executor.ended(progress, null);
      return value;
    } catch (ClerkException e) {
      executor.ended(progress, progress.ending(e));
      throw e;
    }
  }

  private @Nullable T attempts() {
    Call<T> call = given.isExecuted() ? given.clone() : given;
    long wait = 0;
    while (true) {
      enter(wait);
      Outcome<T> outcome = sendAndLeave(call);
      Failure failure = outcome.failure();
      if (failure == null) {
        CallLog.attemptEnded(progress, null, RetryRules.STOP);
        return outcome.value();
      }
      progress.failed(failure);
      wait = executor.rules().waitAfter(failure, progress);
      CallLog.attemptEnded(progress, failure, wait);
      if (wait == RetryRules.STOP) {
        throw failure.error();
      }
      call = given.clone();
    }
  }

  private void enter(long wait) {
    requireWanted();
    try {
      executor.admission().enter(progress, wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stopped(true);
    }
  }

  private Outcome<T> sendAndLeave(Call<T> call) {
    try {
      requireWanted();
      requireTime();
      return executor.exchange().send(call, progress, watcher);
    } finally {
      executor.admission().leave();
    }
  }

  /** Waiting took all the time that there was for another attempt. */
  private void requireTime() {
    ClerkException last = progress.lastError();
    if (last != null && progress.left() <= 0) {
      throw last;
    }
  }

  private void requireWanted() {
    boolean interrupted = Thread.currentThread().isInterrupted();
    boolean cancelled = watcher.isCancelled() || (given.isCanceled() && !progress.hasTimedOut());
    if (interrupted || cancelled || executor.lifecycle().isClosed()) {
      throw stopped(interrupted);
    }
  }

  private ClerkException stopped(boolean interrupted) {
    Diagnosis diagnosis = executor.diagnosis();
    return diagnosis.stopped(progress, diagnosis.whyStopped(interrupted), null);
  }
}
