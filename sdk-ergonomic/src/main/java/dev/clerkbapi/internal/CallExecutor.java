package dev.clerkbapi.internal;

import dev.clerkbapi.errors.ClerkException;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Carries out calls: attempts, waits, errors. Thread-safe; what belongs to one call is in a run.
 */
final class CallExecutor {
  private final Lifecycle lifecycle;
  private final Environment environment;
  private final Diagnosis diagnosis;
  private final RetryRules rules;
  private final Admission admission;
  private final Exchange exchange;
  private final @Nullable CallObserver observer;
  private final long timeoutNanos;

  CallExecutor(Settings settings, Lifecycle lifecycle) {
    this.lifecycle = lifecycle;
    this.environment = settings.environment();
    this.diagnosis = new Diagnosis(lifecycle, new Redactor(settings.secretKey()));
    this.rules = new RetryRules(settings.maxAttempts(), new Backoff(environment));
    this.admission = new Admission(settings, lifecycle, diagnosis);
    this.exchange = new Exchange(admission, diagnosis, environment);
    this.observer = settings.observer();
    this.timeoutNanos = settings.timeoutNanos();
  }

  /** Returns the answer's body; null only for an operation that promises none. */
  <T> @Nullable T execute(Call<T> call, Watcher watcher, Extras extras) {
    Operation operation = check(call).operation();
    Progress progress = new Progress(operation, extras, timeoutNanos, environment);
    return new CallRun<>(this, call, progress, watcher).toEnd();
  }

  /** Refuses what cannot be sent: misuse, before anything leaves. */
  Attempt check(Call<?> call) {
    lifecycle.requireOpen();
    Attempt attempt = Attempt.of(requestOf(call));
    if (attempt == null || !attempt.isOf(lifecycle)) {
      throw new IllegalArgumentException(
          "The call was not made by this ClerkClient; take the interface from its api(Class)");
    }
    return attempt;
  }

  Lifecycle lifecycle() {
    return lifecycle;
  }

  Diagnosis diagnosis() {
    return diagnosis;
  }

  RetryRules rules() {
    return rules;
  }

  Admission admission() {
    return admission;
  }

  Exchange exchange() {
    return exchange;
  }

  /** Tells who wants to know of it; an error is null for a success. */
  void ended(Progress call, @Nullable ClerkException error) {
    CallObserver ofThisCall = call.extras().observer();
    if (observer != null || ofThisCall != null) {
      Summary summary = call.summary(error);
      tell(observer, summary);
      tell(ofThisCall, summary);
    }
  }

  private static void tell(@Nullable CallObserver observer, Summary summary) {
    if (observer != null) {
      observer.ended(summary);
    }
  }

  /** Wakes the calls that wait for others of this client. */
  void close() {
    admission.close();
  }

  private static Request requestOf(Call<?> call) {
    try {
      return call.request();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw e;
    } catch (RuntimeException e) {
      // Retrofit makes the request from the arguments only now.
      throw new IllegalArgumentException("The arguments do not make a request", e);
    }
  }
}
