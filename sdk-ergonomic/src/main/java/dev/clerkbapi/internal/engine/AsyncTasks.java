package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.support.DaemonThreads;
import dev.clerkbapi.internal.support.Lifecycle;
import dev.clerkbapi.internal.support.Limits;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs asynchronous calls, and functions that make calls, on threads of the client and its views.
 * Thread-safe.
 *
 * <p>Single calls have a pool with a thread for each request that may be under way; further ones
 * queue. Functions do not run there, because they may wait for single calls.
 */
final class AsyncTasks {
  private final Lifecycle lifecycle;
  private final ThreadPoolExecutor calls =
      DaemonThreads.pool("clerk-bapi-call-", Limits.REQUESTS_AT_ONCE);
  private final AsyncThreads functions = new AsyncThreads();
  private final Set<AsyncTask<?>> open = ConcurrentHashMap.newKeySet();

  AsyncTasks(Lifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  <T> CompletableFuture<@Nullable T> call(
      Function<CallSettings, @Nullable T> call, CallSettings options) {
    return start(call, options, calls);
  }

  <T> CompletableFuture<@Nullable T> run(
      Function<CallSettings, @Nullable T> function, CallSettings options) {
    boolean nested = options.cancellation() instanceof AsyncTask;
    return start(function, options, nested ? functions::startAtOnce : functions::start);
  }

  /** Ends all tasks. The client is closed already, so none can start. */
  void close() {
    open.forEach(AsyncTask::clientClosed);
    calls.shutdown();
    functions.close();
  }

  private <T> CompletableFuture<@Nullable T> start(
      Function<CallSettings, @Nullable T> work, CallSettings options, Executor threads) {
    AsyncTask<T> task = new AsyncTask<>(work, options, open::remove);
    open.add(task);
    try {
      lifecycle.requireOpen();
      threads.execute(task);
    } catch (IllegalStateException | RejectedExecutionException e) {
      open.remove(task);
      lifecycle.requireOpen(); // Throws: only closing the client stops the threads.
      throw e;
    }
    if (task.future().isDone()) {
      open.remove(task); // It may have ended before it was added.
    }
    return task.future();
  }
}
