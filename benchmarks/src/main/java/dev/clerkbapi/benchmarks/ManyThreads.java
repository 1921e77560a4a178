package dev.clerkbapi.benchmarks;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many threads that share one client for a while. Prints the calls a second. Arguments: {@code
 * platform} or {@code virtual}, how many, for how many seconds, the server's address.
 */
public final class ManyThreads {
  private ManyThreads() {}

  public static void main(String[] args) throws Throwable {
    int threads = Integer.parseInt(args[1]);
    long nanos = Long.parseLong(args[2]) * 1_000_000_000L;
    Contender contender = Contenders.start("sdk", args[3]);
    ExecutorService pool =
        args[0].equals("virtual") ? virtual() : Executors.newFixedThreadPool(threads);
    double unused = rate(contender, pool, threads, nanos);
    System.out.println(rate(contender, pool, threads, nanos));
    System.exit(0);
  }

  private static double rate(Contender contender, ExecutorService pool, int threads, long nanos)
      throws InterruptedException {
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
    done.await();
    return calls.get() * 1e9 / (System.nanoTime() - start);
  }

  /** Not called by name: this compiles for a JDK without virtual threads. */
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
