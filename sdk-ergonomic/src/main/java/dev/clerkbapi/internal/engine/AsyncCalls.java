package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.support.DaemonThreads;
import dev.clerkbapi.internal.support.Limits;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Runs asynchronous calls on daemon threads, one for each request that may be under way; further
 * calls queue. Thread-safe.
 */
final class AsyncCalls {
  private final CallExecutor executor;
  private final ThreadPoolExecutor threads;

  AsyncCalls(CallExecutor executor) {
    this.executor = executor;
    this.threads = DaemonThreads.pool("clerk-bapi-call-", Limits.REQUESTS_AT_ONCE);
  }

  <T> CompletableFuture<@Nullable T> start(Call<T> call, CallSettings options) {
    executor.check(call);
    AsyncCall<T> async = new AsyncCall<>(executor, call, options);
    try {
      threads.execute(async);
    } catch (RejectedExecutionException e) {
      executor.check(call); // Throws: only closing the client stops the pool.
      throw e;
    }
    return async.future();
  }

  void close() {
    for (Runnable waiting : threads.shutdownNow()) {
      ((AsyncCall<?>) waiting).refuse();
    }
  }
}
