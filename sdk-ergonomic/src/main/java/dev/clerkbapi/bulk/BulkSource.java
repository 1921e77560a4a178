package dev.clerkbapi.bulk;

import dev.clerkbapi.bulk.LockOutcome.Skipped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The IDs of a bulk run as its caller gives them. Used by the thread that reads the stream. */
final class BulkSource {
  private final Iterator<String> ids;
  private final BulkCalls calls;
  private final BulkWorker worker;
  private final LockOptions options;
  private final BulkMeter meter;

  BulkSource(
      Iterator<String> ids,
      BulkCalls calls,
      BulkWorker worker,
      LockOptions options,
      BulkMeter meter) {
    this.ids = ids;
    this.calls = calls;
    this.worker = worker;
    this.options = options;
    this.meter = meter;
  }

  /**
   * Reads up to so many IDs, and returns those to work on. What needs no work goes to {@code
   * settled}, and so does what the caller's iterator or predicate throws, which ends the run.
   */
  List<String> next(int most, Consumer<BulkStep> settled) {
    List<String> taken = new ArrayList<>(most);
    try {
      for (int i = 0; i < most && !worker.isEnded() && ids.hasNext(); i++) {
        String id = Objects.requireNonNull(ids.next(), "an ID is null");
        meter.read();
        Skipped.Reason reason = reasonToSkip(id);
        if (reason == null) {
          taken.add(id);
        } else {
          settled.accept(worker.skipped(id, reason));
        }
      }
    } catch (Throwable e) { // Any: outcomes that are known must not be lost.
      settled.accept(BulkStep.failed(e));
    }
    return taken;
  }

  boolean hasMore(Consumer<BulkStep> settled) {
    try {
      return !worker.isEnded() && ids.hasNext();
    } catch (Throwable e) { // Any: outcomes that are known must not be lost.
      settled.accept(BulkStep.failed(e));
      return false;
    }
  }

  private Skipped.@Nullable Reason reasonToSkip(String id) {
    if (!calls.isId(id)) {
      return Skipped.Reason.NOT_AN_ID;
    }
    return options.isProtected(id) ? Skipped.Reason.PROTECTED : null;
  }
}
