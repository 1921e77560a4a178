package dev.clerkbapi.bulk;

import dev.clerkbapi.ClerkClient;
import java.util.Iterator;

/** What a bulk run is made of. */
record BulkParts(
    BulkSource source,
    BulkReader reader,
    BulkWorker worker,
    BulkThreads threads,
    BulkConcurrency concurrency,
    BulkPauses pauses,
    BulkMeter meter,
    BulkEnd end) {

  /** {@code total} is negative where it is not known. */
  static BulkParts of(
      ClerkClient clerk,
      BulkTime time,
      BulkAction action,
      Iterator<String> ids,
      long total,
      LockOptions options) {
    BulkEnd end = new BulkEnd();
    BulkConcurrency concurrency = new BulkConcurrency(options.concurrency(), time::nanoTime);
    BulkThreads threads = new BulkThreads(concurrency.users(), end, time.forResponses());
    BulkPauses pauses = new BulkPauses(time, end, options.giveUpAfter(), threads::pauses);
    BulkCalls calls = new BulkCalls(clerk, pauses, concurrency);
    BulkAudit audit = new BulkAudit(action, options, end);
    BulkWorker worker = new BulkWorker(calls, action, options, audit, end);
    BulkReader reader = new BulkReader(calls, worker, end, options);
    BulkMeter meter = new BulkMeter(total, time::nanoTime, options.progress());
    BulkSource source = new BulkSource(ids, calls, worker, options, meter, end);
    return new BulkParts(source, reader, worker, threads, concurrency, pauses, meter, end);
  }
}
