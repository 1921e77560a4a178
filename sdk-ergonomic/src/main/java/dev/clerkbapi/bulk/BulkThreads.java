package dev.clerkbapi.bulk;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The threads of a bulk run, and what they have finished. */
final class BulkThreads {
  private static final long SECONDS_TO_END = 10;

  private final BulkEnd end;
  private final Duration forResponses;
  private final ThreadPoolExecutor threads;
  private final BlockingQueue<BulkStep> finished = new LinkedBlockingQueue<>();

  /** {@code forResponses} is how long {@link #endSoon} gives to what is under way. */
  BulkThreads(int count, BulkEnd end, Duration forResponses) {
    this.end = end;
    this.forResponses = forResponses;
    this.threads =
        new ThreadPoolExecutor(
            count, count, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), BulkThreads::daemon);
    threads.allowCoreThreadTimeOut(true);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "clerk-bapi-bulk");
    thread.setDaemon(true);
    return thread;
  }

  /** Starts a piece of work. Its step is finished some time, also if it never runs. */
  void start(Supplier<BulkStep> work) {
    Task task = new Task(work);
    try {
      threads.execute(task);
    } catch (RejectedExecutionException e) { // Cancelled meanwhile: the work knows what to tell.
      task.run();
    }
  }

  /** Tells the one who takes the steps that the run pauses. */
  void pauses(LockPause pause) {
    finished.add(BulkStep.of(pause));
  }

  /** Changes how many threads there are; those that are too many end when they have no work. */
  void resize(int count) {
    if (count > threads.getMaximumPoolSize()) {
      threads.setMaximumPoolSize(count);
      threads.setCorePoolSize(count);
    } else if (count < threads.getMaximumPoolSize()) {
      threads.setCorePoolSize(count);
      threads.setMaximumPoolSize(count);
    }
  }

  BulkStep take() throws InterruptedException {
    return finished.take();
  }

  /** Returns the next step if it is there already, or null. */
  @Nullable BulkStep poll() {
    return finished.poll();
  }

  void shutdown() {
    threads.shutdown();
  }

  /** Interrupts what is under way if it does not end by itself in time. Does not wait. */
  void endSoon() {
    threads.shutdown();
    daemon(this::awaitOrCancel).start();
  }

  private void awaitOrCancel() {
    try {
      if (!threads.awaitTermination(forResponses.toMillis(), TimeUnit.MILLISECONDS)) {
        cancel();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Nobody does that to this thread.
    }
  }

  /** Interrupts what is under way, and waits until it has ended. */
  void cancel() {
    threads.shutdownNow().forEach(Runnable::run);
    boolean interrupted = Thread.interrupted();
    try {
      boolean unused = threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Task implements Runnable {
    private final Supplier<BulkStep> work;

    Task(Supplier<BulkStep> work) {
      this.work = work;
    }

    @Override
    public void run() {
      BulkStep step;
      try {
        step = work.get();
      } catch (Throwable e) { // Or the reader would wait for this step for ever.
        end.fail(e);
        step = BulkStep.NOTHING;
      }
      finished.add(step);
    }
  }
}
