package dev.clerkbapi.benchmarks;

import java.util.concurrent.TimeUnit;

/** One way to read a user from BAPI. Thread-safe. */
public interface Contender extends AutoCloseable {

  /** Reads a user over the network; the type of the result depends on the contender. */
  Object getUser(String id) throws Exception;

  /**
   * Calls on this thread for a while. With many threads the compiler would get no core, and the
   * warm-up would take minutes.
   */
  default void warmUp(int seconds) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      var unused = getUser("user_1");
    }
  }

  @Override
  default void close() {}
}
