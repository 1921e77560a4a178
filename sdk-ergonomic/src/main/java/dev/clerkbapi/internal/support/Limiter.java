package dev.clerkbapi.internal.support;

/** A budget of requests, built in or the user's own. Thread-safe. */
public interface Limiter {
  /** No permit becomes valid in time. */
  long NONE = -1;

  /**
   * Reserves the next permit, and returns the nanoseconds until it becomes valid, or {@link #NONE}.
   *
   * @throws RuntimeException if the user's own budget fails
   */
  long reserve(long longestWait);
}
