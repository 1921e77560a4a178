package dev.clerkbapi.cli;

import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.errors.ClerkTransportException.Reason;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads what must be known before a run. Waits for an API that takes no requests, and says so, as a
 * run does.
 *
 * @param giveUpAfter how long to wait without a success
 * @param out gets a line for each wait
 */
record PatientRead(Duration giveUpAfter, PrintWriter out) {
  private static final int MOST_TRIES_OF_OTHER_FAILURES = 3;
  private static final int MOST_DOUBLINGS = 5;
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final List<Reason> NO_CONNECTION =
      List.of(Reason.CONNECT, Reason.TIMEOUT, Reason.LOST);

  /**
   * Returns what {@code read} returns.
   *
   * @param read makes one request without retries of its own
   * @throws ClerkException if it fails in a way that is not waited for
   * @throws RefusedException if the API took no requests for too long
   */
  <T> T get(Supplier<T> read) {
    long start = System.nanoTime();
    for (int failures = 1; ; failures++) {
      try {
        return read.get();
      } catch (ClerkException e) {
        await(e, failures, giveUpAfter.minusNanos(System.nanoTime() - start));
      }
    }
  }

  private void await(ClerkException e, int failures, Duration left) {
    Optional<String> reason = reason(e);
    if (reason.isEmpty() && (failures >= MOST_TRIES_OF_OTHER_FAILURES || !e.mayPassLater())) {
      throw e;
    } else if (left.isNegative() || left.isZero()) {
      throw new RefusedException(
          "gave up waiting for the API: " + reason.orElse(e.getMessage()) + "; nothing was sent");
    }
    Duration wait = shortest(shortest(longest(backOff(failures), askedFor(e)), LONGEST), left);
    reason.ifPresent(it -> say("waiting " + Math.max(1, wait.toSeconds()) + " s: " + it));
    sleep(wait, e);
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }

  /** Empty for a failure that has nothing to do with whether the API takes requests. */
  private static Optional<String> reason(ClerkException e) {
    if (e instanceof ClerkApiException response) {
      return switch (response.status()) {
        case 429 -> Optional.of("rate limit");
        case 502, 503, 504 -> Optional.of("service unavailable");
        default -> Optional.empty();
      };
    }
    return Optional.of("no connection")
        .filter(
            text ->
                e instanceof ClerkTransportException none && NO_CONNECTION.contains(none.reason()));
  }

  private static Duration backOff(int failures) {
    return FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
  }

  private static Duration askedFor(ClerkException e) {
    return e instanceof ClerkApiException.RateLimited limited
        ? limited.retryAfter().orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  private static Duration shortest(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static Duration longest(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static void sleep(Duration wait, ClerkException e) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw e;
    }
  }
}
