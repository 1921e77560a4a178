package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.http.ErrorResponse;
import dev.clerkbapi.internal.support.Environment;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Holds back all calls of a client after a 429 with {@code Retry-After}: the rate limit is that of
 * the instance, so each of them would be refused too. Thread-safe.
 */
final class Gate {
  /** A longer {@code Retry-After} is not trusted: after this, a call with time left is sent. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final AtomicReference<@Nullable Closing> current = new AtomicReference<>();

  /**
   * The time until which the gate is closed, and the response that closed it.
   *
   * @param until by {@link Environment#nanoTime()}
   */
  record Closing(long until, ErrorResponse response) {}

  /** Closes the gate if the response demands it; never shortens the time. */
  void closeFor(ErrorResponse response, long now) {
    Duration asked = response.retryAfter();
    if (response.status() != 429 || asked == null) {
      return;
    }
    long closed = (asked.compareTo(LONGEST) > 0 ? LONGEST : asked).toNanos();
    Closing closing = new Closing(now + closed, response);
    Closing known;
    do {
      known = current.get();
      if (known != null && known.until() - closing.until() >= 0) {
        return;
      }
    } while (!current.compareAndSet(known, closing));
  }

  /** Returns what holds calls back; null, after one volatile read, if nothing does. */
  @Nullable Closing closing(Environment environment) {
    Closing closing = current.get();
    if (closing == null || closing.until() - environment.nanoTime() > 0) {
      return closing;
    }
    current.compareAndSet(closing, null);
    return null;
  }
}
