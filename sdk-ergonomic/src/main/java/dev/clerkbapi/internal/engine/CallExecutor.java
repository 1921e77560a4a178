package dev.clerkbapi.internal.engine;

import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.internal.http.Attempt;
import dev.clerkbapi.internal.http.Operations;
import dev.clerkbapi.internal.support.Credentials;
import dev.clerkbapi.internal.support.Environment;
import dev.clerkbapi.internal.support.Lifecycle;
import dev.clerkbapi.internal.support.Redactor;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Carries out calls: checks them, makes the attempts, notifies the observers. Thread-safe. */
final class CallExecutor {
  private final Lifecycle lifecycle;
  private final Credentials credentials;
  private final Environment environment;
  private final CallAttempts attempts;
  private final Operations operations = new Operations();
  private final @Nullable CallObserver observer;

  CallExecutor(Settings settings, Shared shared, Redactor redactor) {
    this.lifecycle = shared.lifecycle();
    this.credentials = settings.credentials();
    this.environment = settings.environment();
    this.observer = settings.observer();
    Diagnosis diagnosis = new Diagnosis(lifecycle, redactor);
    RetryRules rules = new RetryRules(new Backoff(environment));
    Admission admission = new Admission(lifecycle, shared.slots(), environment, diagnosis);
    Exchange exchange = new Exchange(admission, rules, diagnosis, environment);
    this.attempts = new CallAttempts(lifecycle, admission, exchange, rules, diagnosis);
  }

  /** Returns the response's body; null only for an operation that promises none. */
  <T> @Nullable T execute(Call<T> call, CallSettings options) {
    Request request = check(call);
    CallState state = new CallState(operations.of(request), options, environment);
    if (observer != null) {
      observer.callStarted(state.operation());
    }
    try {
      T value = attempts.run(call, state);
      notifyObservers(state, null);
      return value;
    } catch (ClerkException e) {
      notifyObservers(state, state.withEarlierErrors(e));
      throw e;
    } catch (RuntimeException | Error e) {
      notifyObservers(state, e); // What has started ends, also when memory does.
      throw e;
    }
  }

  /** Refuses what cannot be sent: misuse, before anything leaves. */
  Request check(Call<?> call) {
    lifecycle.requireOpen();
    Request request = requestOf(call);
    Attempt attempt = Attempt.of(request);
    if (attempt == null || !attempt.isOf(lifecycle)) {
      throw new IllegalArgumentException(
          "The call was not made by this ClerkClient; take the interface from its api(Class)");
    }
    if (!attempt.isWith(credentials)) {
      throw new IllegalArgumentException(
          "The call carries another key than this ClerkClient or view; take the interface from the"
              + " api(Class) of the one that makes the call");
    }
    return request;
  }

  /** An error is null for a success. */
  private void notifyObservers(CallState call, @Nullable Throwable error) {
    CallObserver ofThisCall = call.options().observer();
    if (observer != null || ofThisCall != null) {
      Summary summary = call.summary(error);
      notify(observer, summary);
      notify(ofThisCall, summary);
    }
  }

  private static void notify(@Nullable CallObserver observer, Summary summary) {
    if (observer != null) {
      observer.callEnded(summary);
    }
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
