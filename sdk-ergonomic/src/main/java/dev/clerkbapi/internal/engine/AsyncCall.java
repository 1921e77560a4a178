package dev.clerkbapi.internal.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * A call on another thread. If the caller completes the future first, by cancelling it or with a
 * timeout, the call ends: its HTTP call is cancelled, its waits are interrupted.
 */
final class AsyncCall<T> implements Runnable, Cancellation {
  private final CallExecutor executor;
  private final Call<T> call;
  private final CallSettings options;
  private final CompletableFuture<@Nullable T> future = new CompletableFuture<>();
  private final FutureTask<@Nullable Void> task = new FutureTask<>(this::work, null);
  private volatile boolean ended;
  private volatile boolean cancelled;
  private volatile @Nullable Call<?> attempt;

  AsyncCall(CallExecutor executor, Call<T> call, CallSettings options) {
    this.executor = executor;
    this.call = call;
    this.options = options;
    var unused = future.whenComplete((value, error) -> endIfAbandoned());
  }

  CompletableFuture<@Nullable T> future() {
    return future;
  }

  @Override
  public void run() {
    task.run();
  }

  /** Fails the future of a call that will not run because the client was closed first. */
  void refuse() {
    ended = true;
    future.completeExceptionally(
        new IllegalStateException("The ClerkClient was closed before the call started"));
  }

  @Override
  public void attemptStarts(Call<?> next) {
    attempt = next;
    if (cancelled) {
      next.cancel();
    }
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @SuppressWarnings("CatchingUnchecked") // Errors too: only the future can report them.
  private void work() {
    T value = null;
    Throwable failure = null;
    try {
      value = executor.execute(call, options, this);
    } catch (Throwable e) {
      failure = e;
    }
    ended = true;
    if (failure == null) {
      future.complete(value);
    } else {
      future.completeExceptionally(failure);
    }
  }

  private void endIfAbandoned() {
    if (ended) {
      return;
    }
    cancelled = true;
    Call<?> running = attempt;
    if (running != null) {
      running.cancel();
    }
    task.cancel(true);
  }
}
