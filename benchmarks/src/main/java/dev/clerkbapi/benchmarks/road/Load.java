package dev.clerkbapi.benchmarks.road;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.clerkbapi.benchmarks.Contender;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Threads that call for a while, and what a call costs the whole process. */
final class Load {
  private static final int PATIENCE_SECONDS = 5;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Contender contender;
  private final ThreadFactory factory;
  private final LongAdder calls = new LongAdder();
  private final CountDownLatch measured = new CountDownLatch(1);
  private final LongAdder failed = new LongAdder();
  private volatile @Nullable Exception failure;

  /**
   * The costs.
   *
   * @param calls a second
   * @param micros of the processor for a call, in all threads of the process
   * @param bytes allocated for a call, in all platform threads that are still there
   * @param failed the part of all calls that threw
   * @param made how many calls succeeded
   */
  record Cost(double calls, double micros, double bytes, double failed, double made) {
    @Override
    public String toString() {
      return calls + " " + micros + " " + bytes + " " + failed + " " + made;
    }
  }

  Load(Contender contender, ThreadFactory factory) {
    this.contender = contender;
    this.factory = factory;
  }

  /** Calls by so many threads for so long. */
  Cost run(int count, int seconds) throws Exception {
    List<Thread> threads = new ArrayList<>(count);
    long bytes = allocated();
    long processor = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    CountDownLatch called = start(count, threads, start + TimeUnit.SECONDS.toNanos(seconds));
    // Bounded: one call may hang, and the others must still count.
    var unused = called.await(seconds + PATIENCE_SECONDS, TimeUnit.SECONDS);
    double made = calls.doubleValue();
    Exception thrown = failure;
    if (made == 0 && thrown != null) {
      throw thrown;
    }
    Cost cost =
        new Cost(
            made * 1e9 / (System.nanoTime() - start),
            (SYSTEM.getProcessCpuTime() - processor) / 1000.0 / made,
            (allocated() - bytes) / made,
            failed.sum() / (made + failed.sum()),
            made);
    measured.countDown();
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }
    return cost;
  }

  private CountDownLatch start(int count, List<Thread> threads, long end) {
    CountDownLatch called = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      Runnable caller =
          () -> {
            call(end);
            called.countDown();
            awaitMeasurement();
          };
      Thread thread = factory.newThread(caller);
      thread.start();
      threads.add(thread);
    }
    return called;
  }

  private void call(long end) {
    while (System.nanoTime() < end) {
      try {
        var unused = contender.getUser("user_1");
        calls.increment();
      } catch (Exception e) {
        failed.increment();
        failure = e;
      }
    }
  }

  /** What a thread has allocated does not count any more once it has ended. */
  private void awaitMeasurement() {
    try {
      measured.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long allocated() {
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }
}
