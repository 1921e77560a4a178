package dev.clerkbapi.bulk;

import dev.clerkbapi.bulk.LockOutcome.Skipped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The IDs of a bulk run as its caller gives them. Whatever the caller's iterator or predicate
 * throws ends the run, and no outcome is lost. Used by the thread that reads the stream.
 */
final class BulkSource {
  private final Iterator<String> ids;
  private final BulkCalls calls;
  private final BulkWorker worker;
  private final LockOptions options;
  private final BulkMeter meter;
  private final BulkEnd end;

  BulkSource(
      Iterator<String> ids,
      BulkCalls calls,
      BulkWorker worker,
      LockOptions options,
      BulkMeter meter,
      BulkEnd end) {
    this.ids = ids;
    this.calls = calls;
    this.worker = worker;
    this.options = options;
    this.meter = meter;
    this.end = end;
  }

  /**
   * Reads up to so many IDs, and returns those to work on. Those that need no work go to {@code
   * settled}.
   */
  List<String> next(int most, Consumer<BulkStep> settled) {
    List<String> taken = new ArrayList<>(most);
    for (int i = 0; i < most && hasMore(); i++) {
      try {
        takeOne(taken, settled);
      } catch (Throwable e) {
        end.fail(e);
      }
    }
    return taken;
  }

  private void takeOne(List<String> taken, Consumer<BulkStep> settled) {
    String id = Objects.requireNonNull(ids.next(), "an ID is null");
    meter.read();
    if (!calls.isId(id)) {
      settled.accept(worker.settle(id, new Skipped(id, Skipped.Reason.NOT_AN_ID)));
    } else if (isProtected(id)) {
      settled.accept(worker.settle(id, new Skipped(id, Skipped.Reason.PROTECTED)));
    } else {
      taken.add(id); // If the predicate threw, the run has ended, and this ID is skipped.
    }
  }

  private boolean isProtected(String id) {
    try {
      return options.isProtected(id);
    } catch (Throwable e) {
      end.fail(e);
      return false;
    }
  }

  boolean hasMore() {
    try {
      return !end.isEnded() && ids.hasNext();
    } catch (Throwable e) {
      end.fail(e);
      return false;
    }
  }
}
