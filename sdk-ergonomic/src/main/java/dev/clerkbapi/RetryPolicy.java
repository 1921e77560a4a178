package dev.clerkbapi;

import org.jspecify.annotations.Nullable;

/**
 * How often a call may be tried. Immutable.
 *
 * <p>What is tried again, within the client's {@code timeout}:
 *
 * <ul>
 *   <li>every call after 429, after 503 with {@code Retry-After}, and when no connection came
 *       about;
 *   <li>after other 5xx and lost answers only calls that may be sent twice: GET, HEAD, PUT, DELETE,
 *       OPTIONS, and those whose interface method is marked {@link dev.clerkbapi.api.Idempotent},
 *       such as locking and banning.
 * </ul>
 *
 * <p>A 429 with {@code Retry-After} is about the instance, not about one call: for that time, at
 * most 60 s, the client sends nothing, whatever the policy. Its calls wait, up to 250 ms more at
 * random so that not all start at once, or end at once with {@link
 * dev.clerkbapi.errors.ClerkApiException.RateLimited} if their time does not reach that far.
 *
 * <p>The wait before the next attempt is random, up to 250 ms after the first attempt, and that
 * bound doubles with each further one up to 8 s. It is at least what {@code Retry-After} says. A
 * {@code Retry-After} of more than 60 s, or beyond the time that the call has left, ends the call
 * at once.
 */
public final class RetryPolicy {
  private static final int DEFAULT_ATTEMPTS = 3;

  private final int maxAttempts;

  private RetryPolicy(int maxAttempts) {
    this.maxAttempts = maxAttempts;
  }

  /** Returns the policy of a client that was not told otherwise: 3 attempts. */
  public static RetryPolicy defaults() {
    return new RetryPolicy(DEFAULT_ATTEMPTS);
  }

  /** Returns the policy that sends one request at most for each call. */
  public static RetryPolicy none() {
    return new RetryPolicy(1);
  }

  /**
   * Returns a policy with another number of attempts.
   *
   * @param attempts the first one included, such as {@code 5}; at least 1
   * @throws IllegalArgumentException if it is below 1
   */
  public RetryPolicy withMaxAttempts(int attempts) {
    if (attempts < 1) {
      throw new IllegalArgumentException(
          "maxAttempts counts the first attempt, so it is at least 1, not " + attempts);
    }
    return new RetryPolicy(attempts);
  }

  /** Returns the greatest number of attempts, the first one included. */
  public int maxAttempts() {
    return maxAttempts;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RetryPolicy that && maxAttempts == that.maxAttempts;
  }

  @Override
  public int hashCode() {
    return maxAttempts;
  }

  @Override
  public String toString() {
    return "RetryPolicy[maxAttempts=" + maxAttempts + "]";
  }
}
