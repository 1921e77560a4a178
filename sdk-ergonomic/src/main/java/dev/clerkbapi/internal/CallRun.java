package dev.clerkbapi.internal;

import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.internal.Diagnosis.Ending;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** One call from its first attempt to its end, within one deadline. Used once, by one thread. */
final class CallRun<T> {
  private final CallExecutor executor;
  private final Call<T> given;
  private final Operation operation;
  private final Watcher watcher;
  private final long deadline;
  private final List<Failure> failures = new ArrayList<>(0);
  private boolean carriedOutMaybe;
  private boolean timedOut;

  CallRun(CallExecutor executor, Call<T> given, Operation operation, Watcher watcher) {
    this.executor = executor;
    this.given = given;
    this.operation = operation;
    this.watcher = watcher;
    this.deadline = executor.environment().nanoTime() + executor.timeoutNanos();
  }

  @Nullable T toEnd() {
    Call<T> call = given.isExecuted() ? given.clone() : given;
    while (true) {
      requireWanted();
      Outcome<T> outcome = attempt(call);
      Failure failure = outcome.failure();
      if (failure == null) {
        return outcome.value();
      }
      carriedOutMaybe = failure.error().mayHaveBeenCarriedOut();
      waitOrThrow(failure);
      failures.add(failure);
      call = given.clone();
    }
  }

  private void waitOrThrow(Failure failure) {
    int made = failures.size() + 1;
    long wait = executor.rules().waitAfter(failure, operation.repeatable(), made, left());
    if (wait == RetryRules.STOP) {
      throw withEarlier(failure.error());
    }
    try {
      executor.lifecycle().sleep(wait, executor.environment());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (left() <= 0) {
      throw withEarlier(failure.error());
    }
  }

  private Outcome<T> attempt(Call<T> call) {
    Attempt attempt = Objects.requireNonNull(Attempt.of(call.request()));
    limit(call.timeout());
    watcher.started(call);
    try {
      return read(call.execute(), attempt);
    } catch (UnreadableBodyException e) {
      return Outcome.of(executor.diagnosis().unreadable(operation, attempt.status(), e));
    } catch (Exception e) { // InterruptedException too: OkHttp does not declare what it throws.
      return Outcome.of(failure(call, attempt, e));
    }
  }

  private Outcome<T> read(Response<T> response, Attempt attempt) {
    Answer answer = attempt.answer();
    if (!response.isSuccessful()) {
      // Without an answer, a caller's interceptor answered in place of BAPI.
      Answer told = answer != null ? answer : Answer.of(response.raw(), "", executor.environment());
      return Outcome.of(executor.diagnosis().answered(operation, told, carriedOutMaybe));
    } else if (response.body() == null && operation.promisesBody()) {
      UnreadableBodyException empty = new UnreadableBodyException("no body", "", null);
      return Outcome.of(executor.diagnosis().unreadable(operation, response.code(), empty));
    }
    return new Outcome<>(response.body(), null);
  }

  private Failure failure(Call<T> call, Attempt attempt, Exception e) {
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    Answer answer = attempt.answer();
    if (answer != null) {
      return executor.diagnosis().answered(operation, answer, carriedOutMaybe);
    }
    boolean interrupted = Thread.currentThread().isInterrupted();
    boolean late = e instanceof InterruptedIOException && !interrupted;
    timedOut |= late;
    Ending ending = new Ending(e, interrupted, call.isCanceled() && !late);
    return executor.diagnosis().unanswered(operation, attempt, carriedOutMaybe, ending);
  }

  /** The time left bounds the attempt; a shorter limit of the caller's own stays. */
  private void limit(Timeout timeout) {
    long own = timeout.timeoutNanos();
    long left = Math.max(1, left());
    timeout.timeout(own == 0 ? left : Math.min(own, left), TimeUnit.NANOSECONDS);
  }

  private long left() {
    return deadline - executor.environment().nanoTime();
  }

  private void requireWanted() {
    if (!failures.isEmpty() && executor.lifecycle().isClosed()) {
      throw stopped("the client was closed during the call");
    } else if (Thread.currentThread().isInterrupted()) {
      throw stopped("interrupted");
    } else if (watcher.isCancelled() || (given.isCanceled() && !timedOut)) {
      throw stopped("cancelled");
    }
  }

  private ClerkException stopped(String reason) {
    return withEarlier(executor.diagnosis().stopped(operation, reason, carriedOutMaybe));
  }

  private ClerkException withEarlier(ClerkException error) {
    for (Failure failure : failures) {
      error.addSuppressed(failure.error());
    }
    return error;
  }

  /** Either a value, null only where the operation promises none, or a failure. */
  private record Outcome<T>(@Nullable T value, @Nullable Failure failure) {
    static <T> Outcome<T> of(Failure failure) {
      return new Outcome<>(null, failure);
    }
  }
}
