package dev.clerkbapi;

import org.jspecify.annotations.Nullable;

/**
 * The number of attempts of a call. Immutable.
 *
 * <p>Within the client's {@code timeout}, the client retries
 *
 * <ul>
 *   <li>every call after 429, after 503 with {@code Retry-After}, and when no connection could be
 *       made;
 *   <li>after any other 5xx, and when the response was lost, only idempotent calls: GET, HEAD, PUT,
 *       DELETE, OPTIONS, and operations marked {@link dev.clerkbapi.api.Idempotent}, such as
 *       locking and banning.
 * </ul>
 *
 * <p>A request whose body was read from a stream, such as that of {@link Upload#of(
 * java.io.InputStream, long, String)}, cannot be sent again, and is not retried at all.
 *
 * <p>The wait before the second attempt is random, up to 250 ms; that bound doubles with every
 * further attempt, up to 8 s. The wait is at least as long as {@code Retry-After} demands. If
 * {@code Retry-After} is more than 60 s, or longer than the time left until the timeout, the call
 * fails without waiting.
 *
 * <p>A 429 with {@code Retry-After} applies to the whole instance, not only to one call. For that
 * time, at most 60 s, the client sends nothing, whatever the policy. Its calls wait, up to 250 ms
 * longer at random so that they do not all start at the same moment; a call whose timeout is
 * earlier fails at once with {@link dev.clerkbapi.errors.ClerkApiException.RateLimited}.
 */
public final class RetryPolicy {
  private static final int DEFAULT_ATTEMPTS = 3;

  private final int maxAttempts;

  private RetryPolicy(int maxAttempts) {
    this.maxAttempts = maxAttempts;
  }

  /** Returns the default policy: 3 attempts. */
  public static RetryPolicy defaults() {
    return new RetryPolicy(DEFAULT_ATTEMPTS);
  }

  /** Returns the policy without retries: at most one request per call. */
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

  /** Returns the maximum number of attempts, the first one included. */
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
