package dev.clerkbapi;

import dev.clerkbapi.internal.support.Checks;
import dev.clerkbapi.internal.support.EvenBudget;
import java.time.Duration;
import java.util.Optional;

/**
 * A budget of requests that a client keeps to by itself, so that BAPI need not refuse any.
 *
 * <p>Every attempt of every call takes a place, and is sent when its place has come. One instance
 * may serve several clients. For a budget that several machines share, implement this over a store
 * that they share.
 *
 * <p>Implementations are thread-safe, and return without waiting: it is the client that waits.
 */
@FunctionalInterface
public interface RateLimit {

  /**
   * Takes the next free place in the budget, unless it is too far off.
   *
   * @param longestWait what the call has left of its time, such as {@code PT29.5S}
   * @return how long to wait before sending, zero for not at all; empty if that would be longer
   *     than {@code longestWait}, in which case nothing is taken
   * @throws RuntimeException if it cannot tell, such as when a shared store is down; the call then
   *     ends with a {@link dev.clerkbapi.errors.ClerkTransportException} of this cause
   */
  Optional<Duration> reserve(Duration longestWait);

  /**
   * Returns a budget of 80 % of what Clerk grants an instance, which leaves room for others with
   * the same instance: 800 requests per 10 s for a live key, 80 for any other.
   *
   * @param secretKey whose first letters are looked at, such as {@code sk_live_...}; not kept
   * @throws IllegalArgumentException if it is recognised as something else, such as a publishable
   *     key
   */
  static RateLimit forKey(String secretKey) {
    Checks.noOtherKind(secretKey);
    return of(secretKey.startsWith("sk_live_") ? 800 : 80, Duration.ofSeconds(10));
  }

  /**
   * Returns a budget in this JVM's memory. Its places come in the order in which they are taken,
   * and no window of time of the given length ever has more than the given number of them.
   *
   * <p>They are spaced evenly, but for a few that may be had at once after a pause: a twentieth of
   * the number, at least 1 and at most 10. To keep the promise over every window, the others lie a
   * little further apart for it: of 800 per 10 s, 10 come at once, and 791 per 10 s in the long
   * run.
   *
   * @param requests such as {@code 50}; at least 1
   * @param per such as {@code PT1S}; above zero, at most a day
   * @throws IllegalArgumentException if one of them is out of bounds
   */
  static RateLimit of(int requests, Duration per) {
    return new LocalRateLimit(requests, per, new EvenBudget(requests, per, System::nanoTime));
  }
}
