package dev.clerkbapi.internal;

import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** Sends a request, takes in what comes of it, and says what that is. Thread-safe. */
final class Exchange {
  private final Admission admission;
  private final Diagnosis diagnosis;
  private final Environment environment;

  Exchange(Admission admission, Diagnosis diagnosis, Environment environment) {
    this.admission = admission;
    this.diagnosis = diagnosis;
    this.environment = environment;
  }

  /** Either a value, null only where the operation promises none, or a failure. */
  record Outcome<T>(@Nullable T value, @Nullable Failure failure) {
    static <T> Outcome<T> of(Failure failure) {
      return new Outcome<>(null, failure);
    }
  }

  <T> Outcome<T> send(Call<T> call, Progress progress, Watcher watcher) {
    Attempt attempt = Objects.requireNonNull(Attempt.of(call.request()));
    limit(call.timeout(), progress);
    watcher.started(call);
    Outcome<T> outcome;
    try {
      outcome = read(call.execute(), attempt, progress);
    } catch (UnreadableBodyException e) {
      outcome = Outcome.of(diagnosis.unreadable(progress, attempt, e));
    } catch (Exception e) { // InterruptedException too: OkHttp does not declare what it throws.
      outcome = Outcome.of(failure(call, attempt, progress, e));
    }
    if (attempt.status() != 0) {
      progress.answered(attempt.status(), diagnosis.ray(attempt));
    }
    return outcome;
  }

  private <T> Outcome<T> read(Response<T> response, Attempt attempt, Progress progress) {
    if (attempt.status() == 0) { // A caller's interceptor answered in place of BAPI.
      attempt.answered(response.code(), response.headers().get("cf-ray"));
    }
    Answer answer = attempt.answer();
    if (!response.isSuccessful()) {
      Answer told = answer != null ? answer : Answer.of(response.raw(), "", environment);
      return Outcome.of(answered(told, progress));
    } else if (response.body() == null && progress.operation().promisesBody()) {
      UnreadableBodyException empty = new UnreadableBodyException("no body", "", null);
      return Outcome.of(diagnosis.unreadable(progress, attempt, empty));
    }
    return new Outcome<>(response.body(), null);
  }

  private Failure failure(Call<?> call, Attempt attempt, Progress progress, Exception e) {
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    Answer answer = attempt.answer();
    if (answer != null) {
      return answered(answer, progress);
    }
    boolean interrupted = Thread.currentThread().isInterrupted();
    boolean late = e instanceof InterruptedIOException && !interrupted;
    if (late) {
      progress.timedOut();
    }
    Ending ending = new Ending(e, interrupted, call.isCanceled() && !late);
    return diagnosis.unanswered(progress, attempt, ending);
  }

  private Failure answered(Answer answer, Progress progress) {
    admission.heed(answer);
    return diagnosis.answered(progress, answer);
  }

  /** The time left bounds the attempt; a shorter limit of the caller's own stays. */
  private static void limit(Timeout timeout, Progress progress) {
    long own = timeout.timeoutNanos();
    long left = Math.max(1, progress.attempt());
    timeout.timeout(own == 0 ? left : Math.min(own, left), TimeUnit.NANOSECONDS);
  }
}
