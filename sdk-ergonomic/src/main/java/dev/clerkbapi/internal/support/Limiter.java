package dev.clerkbapi.internal.support;

/** A budget of requests, whoever keeps it. Thread-safe. */
public interface Limiter {
  /** There is no place that is near enough. */
  long NONE = -1;

  /**
   * Takes the next place, and returns the nanoseconds until it comes, or {@link #NONE}.
   *
   * @throws RuntimeException if the one who keeps the budget cannot tell
   */
  long reserve(long longestWait);
}
