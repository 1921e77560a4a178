package dev.clerkbapi.bulk;

import dev.clerkbapi.bulk.LockOutcome.Skipped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Whether a bulk run has ended, and why: nothing is sent from then on. The first reason stays.
 * Thread-safe.
 */
final class BulkEnd {
  private final AtomicReference<Skipped.@Nullable Reason> reason = new AtomicReference<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final CountDownLatch latch = new CountDownLatch(1);

  void end(Skipped.Reason why) {
    reason.compareAndSet(null, why);
    latch.countDown();
  }

  /** Ends the run because the user's code threw; the stream throws it after the last outcome. */
  void fail(Throwable thrown) {
    failure.compareAndSet(null, thrown);
    end(Skipped.Reason.ENDED);
  }

  boolean isEnded() {
    return latch.getCount() == 0;
  }

  /** Returns why users are skipped who were read and to whom nothing was sent. */
  Skipped.Reason reason() {
    Skipped.Reason known = reason.get();
    return known == null ? Skipped.Reason.ENDED : known;
  }

  /** Returns what the user's code threw; null the next time, because it is thrown once. */
  @Nullable Throwable takeFailure() {
    return failure.getAndSet(null);
  }

  /** Opens when the run ends, for those who wait. */
  CountDownLatch latch() {
    return latch;
  }
}
