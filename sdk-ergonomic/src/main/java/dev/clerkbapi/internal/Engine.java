package dev.clerkbapi.internal;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** All that a client does; builds nothing before it is used. Thread-safe. */
public final class Engine {
  private final Settings settings;
  private final Lifecycle lifecycle = new Lifecycle();
  private final CallExecutor executor;
  private final Object lock = new Object();
  private volatile @Nullable Http http;
  private volatile @Nullable AsyncCalls asyncCalls;

  public Engine(Settings settings) {
    this.settings = settings;
    this.executor = new CallExecutor(settings, lifecycle);
  }

  /** Returns the one instance of a Retrofit interface for this client. */
  public <A> A api(Class<A> type) {
    lifecycle.requireOpen();
    return http().api(type);
  }

  /** Returns the answer's body; null only for an operation that promises none. */
  public <T> @Nullable T call(Call<T> call) {
    return call(call, Extras.NONE);
  }

  /** The same, with something that the other calls do not have. */
  public <T> @Nullable T call(Call<T> call, Extras extras) {
    return executor.execute(call, Watcher.NONE, extras);
  }

  /** The same on another thread. */
  public <T> CompletableFuture<@Nullable T> callAsync(Call<T> call) {
    lifecycle.requireOpen();
    return asyncCalls().start(call);
  }

  /** Makes now what the first call would make; connects to nothing. */
  public void warmUp() {
    lifecycle.requireOpen();
    http().warmUp();
  }

  /** Refuses further calls and ends those under way; a second time does nothing. */
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
        made = new Http(settings, lifecycle);
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
    return settings.baseUrl().toString();
  }
}
