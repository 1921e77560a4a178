package dev.clerkbapi.internal.engine;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Calls on another thread. If the caller completes the future first, by cancelling it or with a
 * timeout, they end: their HTTP calls are cancelled, their waits are interrupted, and no further
 * one is sent.
 */
final class AsyncTask<T> implements Runnable, Cancellation {
  private final Function<CallSettings, @Nullable T> work;
  private final CallSettings options;
  private final Consumer<AsyncTask<?>> whenEnded;
  private final CompletableFuture<@Nullable T> future = new CompletableFuture<>();
  private final FutureTask<@Nullable Void> task = new FutureTask<>(this::work, null);
  private final Set<Call<?>> attempts = ConcurrentHashMap.newKeySet();
  private final Set<AsyncTask<?>> inner = ConcurrentHashMap.newKeySet();
  private volatile boolean started;
  private volatile boolean ended;
  private volatile boolean cancelled;

  /**
   * @param work makes its calls with the options that it is given
   * @param options if they are those of another task, that one's end is this one's too
   */
  AsyncTask(
      Function<CallSettings, @Nullable T> work,
      CallSettings options,
      Consumer<AsyncTask<?>> whenEnded) {
    this.work = work;
    this.options = options;
    this.whenEnded = whenEnded;
    var unused = future.whenComplete((value, error) -> complete());
    if (options.cancellation() instanceof AsyncTask<?> outer) {
      outer.adopt(this);
    }
  }

  CompletableFuture<@Nullable T> future() {
    return future;
  }

  @Override
  public void run() {
    task.run();
  }

  /** Interrupts the task, or keeps it from starting. */
  void clientClosed() {
    task.cancel(true);
    if (!started) {
      ended = true;
      future.completeExceptionally(
          new IllegalStateException("The ClerkClient was closed before the call started"));
    }
  }

  @Override
  public void attemptStarts(Call<?> attempt) {
    attempts.add(attempt);
    if (cancelled) {
      attempt.cancel();
    }
  }

  @Override
  public void attemptEnded(Call<?> attempt) {
    attempts.remove(attempt);
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  private void adopt(AsyncTask<?> task) {
    inner.add(task);
    if (cancelled) {
      task.future.cancel(true);
    }
  }

  @SuppressWarnings("CatchingUnchecked") // Errors too: only the future can report them.
  private void work() {
    started = true;
    T value = null;
    Throwable failure = null;
    try {
      value = work.apply(options.withCancellation(this));
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

  /** Runs once the future is complete, on the thread that completed it. */
  private void complete() {
    whenEnded.accept(this);
    if (options.cancellation() instanceof AsyncTask<?> outer) {
      outer.inner.remove(this);
    }
    if (!ended) {
      cancelled = true;
      attempts.forEach(Call::cancel);
      inner.forEach(task -> task.future.cancel(true));
      task.cancel(true);
    }
  }
}
