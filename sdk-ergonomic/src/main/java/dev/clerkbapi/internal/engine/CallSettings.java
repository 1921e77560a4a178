package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.support.Limiter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a call, which can differ between the calls of a client.
 *
 * @param timeoutNanos the limit of the whole call; above zero
 * @param maxAttempts 1 or more
 * @param rateLimit the budget for each attempt, if any
 * @param headers added to each attempt; already checked
 * @param observer notified of the call and its whole response, besides the client's own observer
 * @param cancellation lets another thread end the call
 */
public record CallSettings(
    long timeoutNanos,
    int maxAttempts,
    @Nullable Limiter rateLimit,
    Map<String, String> headers,
    @Nullable CallObserver observer,
    Cancellation cancellation) {

  /** Returns the options of a client. */
  public static CallSettings of(
      long timeoutNanos,
      int maxAttempts,
      @Nullable Limiter rateLimit,
      Map<String, String> headers) {
    return new CallSettings(timeoutNanos, maxAttempts, rateLimit, headers, null, Cancellation.NONE);
  }

  public CallSettings withObserver(CallObserver more) {
    return new CallSettings(timeoutNanos, maxAttempts, rateLimit, headers, more, cancellation);
  }

  CallSettings withCancellation(Cancellation other) {
    return new CallSettings(timeoutNanos, maxAttempts, rateLimit, headers, observer, other);
  }
}
