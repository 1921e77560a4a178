package dev.clerkbapi;

import dev.clerkbapi.internal.engine.CallObserver;
import dev.clerkbapi.internal.engine.CallSettings;
import dev.clerkbapi.internal.support.Checks;
import dev.clerkbapi.internal.support.Limiter;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Options for some of a client's calls, see {@link ClerkClient#with}; an option that is not set is
 * that of the client. Not thread-safe.
 */
public final class CallOptions {
  private final Supplier<Limiter> pace;
  private long timeoutNanos;
  private int maxAttempts;
  private @Nullable Limiter rateLimit;
  private int readAhead;

  /** Of the view that this starts from: a response that somebody waits for stays observed. */
  private final @Nullable CallObserver observer;

  CallOptions(CallSettings from, Supplier<Limiter> pace, int readAhead) {
    this.readAhead = readAhead;
    this.pace = pace;
    this.timeoutNanos = from.timeoutNanos();
    this.maxAttempts = from.maxAttempts();
    this.rateLimit = from.rateLimit();
    this.observer = from.observer();
  }

  /**
   * Sets how long a call may take, attempts and waits included.
   *
   * @param wholeCall such as {@code Duration.ofSeconds(2)}
   * @throws IllegalArgumentException if it is not above zero
   */
  public CallOptions timeout(Duration wholeCall) {
    this.timeoutNanos = Checks.positive("timeout", wholeCall).toNanos();
    return this;
  }

  /**
   * Sets how often a call may be tried.
   *
   * @param policy such as {@link RetryPolicy#none()}
   */
  public CallOptions retryPolicy(RetryPolicy policy) {
    this.maxAttempts = policy.maxAttempts();
    return this;
  }

  /**
   * Sets the rate limit for every attempt, in place of the client's.
   *
   * @param limit such as {@code RateLimit.of(50, Duration.ofSeconds(1))}
   */
  public CallOptions rateLimit(RateLimit limit) {
    this.rateLimit = Limiters.of(Objects.requireNonNull(limit, "rateLimit"));
    return this;
  }

  /**
   * Makes calls keep to a rate limit even if neither this nor the client sets one: then to {@link
   * RateLimit#forKey} for the client's key, one budget for all paced calls of the client. For work
   * on many objects, which would otherwise use up the instance's limit.
   */
  public CallOptions paced() {
    if (rateLimit == null) {
      this.rateLimit = pace.get();
    }
    return this;
  }

  /**
   * Sets how many pages a stream over a list, such as {@link Users#streamUserList()}, asks for
   * before they are read. They arrive on daemon threads of the client, each in the time of a call
   * of its own, and keep to the rate limit as all calls do.
   *
   * @param pages 2 by default; 0 asks for a page when it is due, on the thread that reads
   * @throws IllegalArgumentException if it is below zero, or above 64
   */
  public CallOptions readAhead(int pages) {
    if (pages < 0 || pages > ClerkClient.MAX_CONCURRENT_REQUESTS) {
      throw new IllegalArgumentException(
          "readAhead is " + pages + "; it can be 0 to " + ClerkClient.MAX_CONCURRENT_REQUESTS);
    }
    this.readAhead = pages;
    return this;
  }

  int pagesAhead() {
    return readAhead;
  }

  CallSettings settings() {
    return new CallSettings(timeoutNanos, maxAttempts, rateLimit, observer);
  }
}
