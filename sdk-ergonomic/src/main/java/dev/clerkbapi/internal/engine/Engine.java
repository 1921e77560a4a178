package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.http.Http;
import dev.clerkbapi.internal.support.Lifecycle;
import dev.clerkbapi.internal.support.Limiter;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Makes the calls of a client; builds everything when it is first used. Thread-safe. */
public final class Engine {
  private final Settings settings;
  private final Lifecycle lifecycle = new Lifecycle();
  private final CallExecutor executor;
  private final Object lock = new Object();
  private volatile @Nullable Http http;
  private volatile @Nullable AsyncCalls asyncCalls;
  private volatile @Nullable Limiter pace;

  public Engine(Settings settings) {
    this.settings = settings;
    this.executor = new CallExecutor(settings, lifecycle);
  }

  /** Returns the one instance of a Retrofit interface for this client. */
  public <A> A api(Class<A> type) {
    lifecycle.requireOpen();
    return http().api(type);
  }

  /** Returns the response's body; null only for an operation that promises none. */
  public <T> @Nullable T call(Call<T> call, CallSettings options) {
    return executor.execute(call, options, Cancellation.NONE);
  }

  /** The same on another thread. */
  public <T> CompletableFuture<@Nullable T> callAsync(Call<T> call, CallSettings options) {
    lifecycle.requireOpen();
    return asyncCalls().start(call, options);
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
          made = settings.pace().get();
          pace = made;
        }
      }
    }
    return made;
  }

  /** Refuses further calls, and ends running ones; a second time does nothing. */
  public void close() {
    Http openHttp;
    AsyncCalls openCalls;
    synchronized (lock) {
      if (lifecycle.isClosed()) {
        return;
      }
      lifecycle.close();
      executor.close();
      openHttp = http;
      openCalls = asyncCalls;
    }
    if (openHttp != null) {
      openHttp.close();
    }
    if (openCalls != null) {
      openCalls.close();
    }
  }

  private Http http() {
    Http made = http;
    if (made != null) {
      return made;
    }
    synchronized (lock) {
      lifecycle.requireOpen();
      made = http;
      if (made == null) {
        made = new Http(settings.http(), lifecycle);
        http = made;
      }
      return made;
    }
  }

  private AsyncCalls asyncCalls() {
    AsyncCalls made = asyncCalls;
    if (made != null) {
      return made;
    }
    synchronized (lock) {
      lifecycle.requireOpen();
      made = asyncCalls;
      if (made == null) {
        made = new AsyncCalls(executor);
        asyncCalls = made;
      }
      return made;
    }
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return settings.http().baseUrl().toString();
  }
}
