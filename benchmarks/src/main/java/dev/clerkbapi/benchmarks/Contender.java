package dev.clerkbapi.benchmarks;

/** One way to read a user from BAPI. Thread-safe. */
public interface Contender extends AutoCloseable {

  /** Reads a user over the network; what it returns depends on who does it. */
  Object getUser(String id) throws Exception;

  @Override
  default void close() {}
}
