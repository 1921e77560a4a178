package dev.clerkbapi.benchmarks;

import java.util.concurrent.TimeUnit;

/** One way to read a user from BAPI. Thread-safe. */
public interface Contender extends AutoCloseable {

  /** Reads a user over the network; what it returns depends on who does it. */
  Object getUser(String id) throws Exception;

  /**
   * Calls with this one thread for a while: many at once would leave the compiler no core, and it
   * would take minutes.
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
