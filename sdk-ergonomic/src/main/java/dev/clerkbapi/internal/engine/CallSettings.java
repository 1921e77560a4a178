package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.support.Limiter;
import org.jspecify.annotations.Nullable;

/**
 * What may differ from one call of a client to the next.
 *
 * @param timeoutNanos bounds a whole call; above zero
 * @param maxAttempts 1 or more
 * @param rateLimit to which each attempt keeps, if any
 * @param observer is notified of the call, besides the client's own
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
