package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.support.Limiter;
import org.jspecify.annotations.Nullable;

/**
 * The options of a call, which can differ between the calls of a client.
 *
 * @param timeoutNanos the limit of the whole call; above zero
 * @param maxAttempts 1 or more
 * @param rateLimit the budget for each attempt, if any
 * @param observer notified of the call, in addition to the client's own observer
 */
public record CallSettings(
    long timeoutNanos,
    int maxAttempts,
    @Nullable Limiter rateLimit,
    @Nullable CallObserver observer) {

  public CallSettings withObserver(CallObserver more) {
    return new CallSettings(timeoutNanos, maxAttempts, rateLimit, more);
  }
}
