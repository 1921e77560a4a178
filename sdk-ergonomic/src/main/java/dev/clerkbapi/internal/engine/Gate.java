package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.http.ErrorResponse;
import dev.clerkbapi.internal.support.Environment;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Closed for a while by a 429 that says for how long, to all calls of a client: the limit is the
 * instance's, so that each of them would be refused too. Thread-safe.
 */
final class Gate {
  /** Longer is not believed: a call with that much time goes and asks. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final AtomicReference<@Nullable Closing> current = new AtomicReference<>();

  /**
   * Until when it is closed, and by which response.
   *
   * @param until by {@link Environment#nanoTime()}
   */
  record Closing(long until, ErrorResponse response) {}

  /** Closes if the response asks for it; never opens earlier than it would have. */
  void heed(ErrorResponse response, long now) {
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

  /** Returns what holds calls back, or null: one volatile read, as long as nothing does. */
  @Nullable Closing closing(Environment environment) {
    Closing closing = current.get();
    if (closing == null || closing.until() - environment.nanoTime() > 0) {
      return closing;
    }
    current.compareAndSet(closing, null);
    return null;
  }
}
