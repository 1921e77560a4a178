package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.http.Apis;
import dev.clerkbapi.internal.support.Credentials;
import dev.clerkbapi.internal.support.Limiter;
import dev.clerkbapi.internal.support.Redactor;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Makes the calls of a client with its keys, and holds what belongs to these keys: interfaces whose
 * calls carry them, the pause after a 429, the budget of paced calls. Thread-safe.
 */
public final class Engine {
  private final Settings settings;
  private final Shared shared;
  private final Redactor redactor;
  private final CallExecutor executor;
  private final Object lock = new Object();
  private volatile @Nullable Apis apis;
  private volatile @Nullable Limiter pace;

  public Engine(Settings settings) {
    this(settings, new Shared(settings.http()), new Redactor(settings.credentials()));
  }

  private Engine(Settings settings, Shared shared, Redactor redactor) {
    this.settings = settings;
    this.shared = shared;
    this.redactor = redactor;
    this.executor = new CallExecutor(settings, shared, redactor);
  }

  /** Returns one that shares all but what belongs to the keys; itself for the same keys. */
  public Engine with(Credentials other) {
    return other.equals(settings.credentials())
        ? this
        : new Engine(settings.with(other), shared, redactor.and(other));
  }

  public Credentials credentials() {
    return settings.credentials();
  }

  /** Returns the one instance of a Retrofit interface for these keys. */
  public <A> A api(Class<A> type) {
    shared.lifecycle().requireOpen();
    return apis().get(type);
  }

  /** Waits until TLS is set up; it may be under way on another thread. */
  public void awaitTls() {
    shared.awaitTls();
  }

  /** Returns the response's body; null only for an operation that promises none. */
  public <T> @Nullable T call(Call<T> call, CallSettings options) {
    return executor.execute(call, options);
  }

  /** The same on another thread. */
  public <T> CompletableFuture<@Nullable T> callAsync(Call<T> call, CallSettings options) {
    executor.check(call);
    return shared.asyncTasks().call(own -> executor.execute(call, own), options);
  }

  /**
   * Runs a function on another thread.
   *
   * @param function makes its calls with the options that it is given
   */
  public <T> CompletableFuture<@Nullable T> async(
      Function<CallSettings, @Nullable T> function, CallSettings options) {
    return shared.asyncTasks().run(function, options);
  }

  /**
   * Returns the budget for paced calls without a rate limit of their own. They all share one,
   * because the limit is that of the instance.
   */
  public Limiter pace() {
    Limiter made = pace;
    if (made == null) {
      synchronized (lock) {
        made = pace;
        if (made == null) {
          made = settings.pace().apply(settings.credentials());
          pace = made;
        }
      }
    }
    return made;
  }

  /** Refuses further calls, and ends running ones, whatever their keys. */
  public void close() {
    shared.close();
  }

  private Apis apis() {
    Apis made = apis;
    if (made == null) {
      synchronized (lock) {
        made = apis;
        if (made == null) {
          made = shared.http().apis(settings.credentials());
          apis = made;
        }
      }
    }
    return made;
  }

  /** Never shows a key. */
  @Override
  public String toString() {
    return shared.toString();
  }
}
