package dev.clerkbapi.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Up to 64 daemon threads for calls that nobody waits for; more calls queue. Thread-safe. */
final class AsyncCalls {
  private static final int THREADS = 64;

  private final CallExecutor executor;
  private final ThreadPoolExecutor threads;

  AsyncCalls(CallExecutor executor) {
    this.executor = executor;
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DaemonThreads("clerk-bapi-call-"));
    threads.allowCoreThreadTimeOut(true);
  }

  <T> CompletableFuture<@Nullable T> start(Call<T> call) {
    executor.check(call);
    AsyncCall<T> async = new AsyncCall<>(executor, call);
    try {
      threads.execute(async);
    } catch (RejectedExecutionException e) {
      executor.lifecycle().requireOpen();
      throw e; // Not reached: nothing but closing stops the pool.
    }
    return async.future();
  }

  void close() {
    for (Runnable waiting : threads.shutdownNow()) {
      ((AsyncCall<?>) waiting).refuse();
    }
  }
}
