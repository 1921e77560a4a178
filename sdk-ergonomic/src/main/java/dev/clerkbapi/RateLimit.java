package dev.clerkbapi;

import dev.clerkbapi.internal.support.Checks;
import dev.clerkbapi.internal.support.EvenBudget;
import java.time.Duration;
import java.util.Optional;

/**
 * A budget of requests that a client does not exceed, so that BAPI does not refuse them with 429.
 *
 * <p>Every attempt of every call reserves a permit, and is sent when the permit becomes valid.
 * Several clients can share one instance. For a budget across machines, implement this interface
 * over a store that they share.
 *
 * <p>Implementations are thread-safe and do not block: the client waits.
 */
@FunctionalInterface
public interface RateLimit {

  /**
   * Reserves the next permit, unless it becomes valid too late.
   *
   * @param longestWait the time left until the call's timeout, such as {@code PT29.5S}
   * @return how long to wait before sending, possibly zero; empty if that would be longer than
   *     {@code longestWait}, in which case no permit is taken
   * @throws RuntimeException if the budget is not available, such as when a shared store is down;
   *     the call then fails with a {@link dev.clerkbapi.errors.ClerkTransportException} that has
   *     this cause, and nothing is sent
   */
  Optional<Duration> reserve(Duration longestWait);

  /**
   * Returns a budget of 80 % of the instance's rate limit, which leaves the rest to its other
   * backends. Clerk's limit is 1000 requests per 10 s for a live key and 100 for a test key, so
   * this is 800 requests per 10 s for a live key, and 80 for any other.
   *
   * @param secretKey such as {@code sk_live_...}; only its prefix is read, and it is not kept
   * @throws IllegalArgumentException if it is recognised as something else, such as a publishable
   *     key
   */
  static RateLimit forKey(String secretKey) {
    Checks.noOtherKind(secretKey);
    return of(secretKey.startsWith("sk_live_") ? 800 : 80, Duration.ofSeconds(10));
  }

  /**
   * Returns a budget in this JVM's memory. Permits are granted in the order of the reservations,
   * and never more than the given number in any window of the given length.
   *
   * <p>Permits are spaced evenly. After a pause, the budget allows bursts of up to 10 permits (a
   * twentieth of the number, at least 1), so the sustained rate is slightly lower: with 800 per 10
   * s, 791 per 10 s.
   *
   * @param requests such as {@code 50}; at least 1
   * @param per such as {@code PT1S}; above zero, at most a day
   * @throws IllegalArgumentException if one of them is out of bounds
   */
  static RateLimit of(int requests, Duration per) {
    return new LocalRateLimit(requests, per, new EvenBudget(requests, per, System::nanoTime));
  }
}
