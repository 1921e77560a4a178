package dev.clerkbapi.bulk;

import dev.clerkbapi.bulk.LockOutcome.Skipped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A bulk run as the source of a stream: the thread that asks for the next outcome reads IDs, hands
 * them to the threads, and waits for the first that is known. What is in hand at any time is
 * bounded, so that memory does not grow with the number of IDs.
 *
 * <p>Used by the one thread that reads the stream, but for {@link #close()}.
 */
final class BulkRun implements Spliterator<LockOutcome> {
  private final BulkSource source;
  private final BulkReader reader;
  private final BulkWorker worker;
  private final BulkThreads threads;
  private final BulkConcurrency concurrency;
  private final BulkPauses pauses;
  private final BulkMeter meter;
  private final BulkEnd end;
  private final boolean readsFirst;
  private final Deque<LockOutcome> known = new ArrayDeque<>();
  private final Deque<BulkUser> waiting = new ArrayDeque<>();
  private int underWay;
  private boolean reading;
  private boolean isInterrupted;

  BulkRun(BulkParts parts, LockOptions options) {
    this.source = parts.source();
    this.reader = parts.reader();
    this.worker = parts.worker();
    this.threads = parts.threads();
    this.concurrency = parts.concurrency();
    this.pauses = parts.pauses();
    this.meter = parts.meter();
    this.end = parts.end();
    this.readsFirst = options.readsFirst();
  }

  Stream<LockOutcome> stream() {
    return StreamSupport.stream(this, false).onClose(this::close);
  }

  @Override
  public boolean tryAdvance(Consumer<? super LockOutcome> action) {
    while (known.isEmpty()) {
      if (!isInterrupted && Thread.currentThread().isInterrupted()) {
        interrupted();
      }
      startWork();
      if (known.isEmpty() && underWay == 0) {
        endRun();
        return false;
      } else if (known.isEmpty()) {
        accept(nextStep());
      }
    }
    LockOutcome outcome = known.remove();
    meter.done(pauses.current());
    action.accept(outcome);
    return true;
  }

  /** Closing the stream means that the rest is not wanted; but the audit gets every outcome. */
  private void close() {
    end.end(Skipped.Reason.ENDED);
    threads.cancel();
    for (BulkStep step = threads.poll(); step != null; step = threads.poll()) {
      accept(step);
    }
    while (!waiting.isEmpty()) {
      settle(worker.work(waiting.remove()));
    }
    meter.end();
  }

  /** The first time there is a moment for responses to arrive; the second time it is urgent. */
  private void interrupted() {
    if (isInterrupted) {
      threads.cancel();
    } else {
      isInterrupted = true;
      end.end(Skipped.Reason.ENDED);
      threads.endSoon();
    }
  }

  private void startWork() {
    threads.resize(concurrency.users());
    while (hasRoom()) {
      if (readsFirst && !reading && waiting.size() < concurrency.users() && source.hasMore()) {
        startReading(); // Before those who wait are used up, because it takes as long as a lock.
      } else if (!waiting.isEmpty()) {
        start(waiting.remove());
      } else if (readsFirst || !source.hasMore()) {
        return;
      } else {
        source.next(1, this::settle).forEach(id -> start(new BulkUser(id, null)));
      }
    }
  }

  /** Some more than there are threads, so that none idles while the reader takes its time. */
  private boolean hasRoom() {
    return underWay < 2 * concurrency.users() && known.size() < BulkReader.MOST;
  }

  private void start(BulkUser user) {
    BulkStep settled = worker.settled(user);
    if (settled != null) {
      settle(settled);
    } else {
      underWay++;
      threads.start(() -> worker.work(user));
    }
  }

  private void startReading() {
    List<String> batch = source.next(BulkReader.MOST, this::settle);
    if (!batch.isEmpty()) {
      reading = true;
      underWay++;
      threads.start(() -> reader.read(batch));
    }
  }

  private void accept(BulkStep step) {
    LockPause pause = step.pause();
    if (pause != null) {
      meter.pauses(pause);
      return;
    }
    underWay--;
    reading &= !step.isBatch();
    settle(step);
  }

  private void settle(BulkStep step) {
    known.addAll(step.outcomes());
    waiting.addAll(step.users());
  }

  private BulkStep nextStep() {
    boolean interrupted = Thread.interrupted(); // Known already; one while waiting is a new one.
    try {
      while (true) {
        try {
          return threads.take();
        } catch (InterruptedException e) {
          interrupted = true;
          interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void endRun() {
    threads.shutdown();
    meter.end();
    Throwable thrown = end.takeFailure();
    if (thrown != null) {
      BulkRun.<RuntimeException>rethrow(thrown);
    }
  }

  /** As it came, even where it is checked and undeclared. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> void rethrow(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Override
  public @Nullable Spliterator<LockOutcome> trySplit() {
    return null; // The threads are here already.
  }

  @Override
  public long estimateSize() {
    return Long.MAX_VALUE;
  }

  @Override
  public int characteristics() {
    return NONNULL | IMMUTABLE;
  }
}
