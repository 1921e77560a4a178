package dev.clerkbapi.benchmarks;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many threads that share one client. Prints a line for each interval: the calls a second.
 * Arguments: a contender, {@code platform} or {@code virtual}, how many threads, for how many
 * seconds one thread calls alone beforehand, how many intervals, the seconds of one, the server's
 * address.
 */
public final class ManyThreads {
  private static final int PATIENCE_SECONDS = 5;

  private ManyThreads() {}

  public static void main(String[] args) throws Throwable {
    Contender contender = Contenders.start(args[0], args[6]);
    int threads = Integer.parseInt(args[2]);
    ExecutorService pool =
        args[1].equals("virtual") ? virtual() : Executors.newFixedThreadPool(threads);
    contender.warmUp(Integer.parseInt(args[3]));
    for (int left = Integer.parseInt(args[4]); left > 0; left--) {
      System.out.println(rate(contender, pool, threads, Integer.parseInt(args[5])));
    }
    System.exit(0);
  }

  private static double rate(Contender contender, ExecutorService pool, int threads, int seconds)
      throws InterruptedException {
    long nanos = TimeUnit.SECONDS.toNanos(seconds);
    AtomicLong calls = new AtomicLong();
    CountDownLatch done = new CountDownLatch(threads);
    long start = System.nanoTime();
    for (int i = 0; i < threads; i++) {
      pool.execute(
          () -> {
            try {
              while (System.nanoTime() - start < nanos) {
                contender.getUser("user_1");
                calls.incrementAndGet();
              }
            } catch (Exception e) {
              throw new IllegalStateException(e);
            } finally {
              done.countDown();
            }
          });
    }
    // Bounded: one call of java.net.http may hang, and the others must still count.
    var unused = done.await(seconds + PATIENCE_SECONDS, TimeUnit.SECONDS);
    return calls.get() * 1e9 / nanos;
  }

  /** By reflection: this is compiled for a JDK without virtual threads. */
  private static ExecutorService virtual() throws Throwable {
    MethodHandle factory =
        MethodHandles.publicLookup()
            .findStatic(
                Executors.class,
                "newVirtualThreadPerTaskExecutor",
                MethodType.methodType(ExecutorService.class));
    return (ExecutorService) factory.invokeExact();
  }
}
