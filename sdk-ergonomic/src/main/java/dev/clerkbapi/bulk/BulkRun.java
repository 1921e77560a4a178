package dev.clerkbapi.bulk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A bulk run as the source of a stream: whoever asks for the next outcome reads IDs, hands them to
 * the threads, and waits for the first that is known. What is in hand at any time is bounded, so
 * that memory does not grow with the number of IDs.
 *
 * <p>Used by the one thread that reads the stream, but for {@link #close()}.
 */
final class BulkRun implements Spliterator<LockOutcome> {
  private final BulkSource source;
  private final BulkReader reader;
  private final BulkWorker worker;
  private final BulkThreads threads;
  private final BulkMeter meter;
  private final boolean readsFirst;
  private final int mostUnderWay;
  private final Deque<LockOutcome> known = new ArrayDeque<>();
  private final Deque<BulkUser> waiting = new ArrayDeque<>();
  private int underWay;
  private boolean reading;
  private @Nullable Throwable failure;

  BulkRun(
      BulkSource source,
      BulkReader reader,
      BulkWorker worker,
      LockOptions options,
      BulkMeter meter) {
    this.source = source;
    this.reader = reader;
    this.worker = worker;
    this.meter = meter;
    this.threads = new BulkThreads(options.concurrency());
    this.readsFirst = options.readsFirst();
    // Some more than there are threads, so that none idles while the reader takes its time.
    this.mostUnderWay = 2 * options.concurrency();
  }

  Stream<LockOutcome> stream() {
    return StreamSupport.stream(this, false).onClose(this::close);
  }

  @Override
  public boolean tryAdvance(Consumer<? super LockOutcome> action) {
    while (known.isEmpty()) {
      startWork();
      if (known.isEmpty() && underWay == 0) {
        end();
        return false;
      } else if (known.isEmpty()) {
        BulkStep step = nextStep();
        underWay--;
        accept(step);
      }
    }
    LockOutcome outcome = known.remove();
    meter.done();
    action.accept(outcome);
    return true;
  }

  /** Whoever closes the stream does not want the rest. */
  private void close() {
    cancel();
    meter.end();
  }

  /** Ends requests under way, and sends none any more. */
  private void cancel() {
    worker.end();
    threads.cancel();
  }

  private void startWork() {
    while (underWay < mostUnderWay && known.size() < BulkReader.MOST) {
      if (!waiting.isEmpty()) {
        start(waiting.remove());
      } else if (reading || !source.hasMore(this::accept)) {
        return;
      } else if (readsFirst) {
        startReading();
      } else {
        source.next(1, this::accept).forEach(id -> start(new BulkUser(id, null)));
      }
    }
  }

  private void start(BulkUser user) {
    BulkStep settled = worker.settled(user);
    if (settled != null) {
      accept(settled);
    } else {
      underWay++;
      threads.start(() -> worker.work(user));
    }
  }

  private void startReading() {
    List<String> batch = source.next(BulkReader.MOST, this::accept);
    if (!batch.isEmpty()) {
      reading = true;
      underWay++;
      threads.start(() -> reader.read(batch));
    }
  }

  private void accept(BulkStep step) {
    known.addAll(step.outcomes());
    waiting.addAll(step.users());
    reading &= !step.isBatch();
    if (step.failure() != null && failure == null) {
      failure = step.failure();
      worker.end();
    }
  }

  private BulkStep nextStep() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return threads.take();
        } catch (InterruptedException e) {
          interrupted = true;
          cancel();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void end() {
    threads.shutdown();
    meter.end();
    Throwable thrown = failure;
    failure = null;
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
