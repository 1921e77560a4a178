package dev.clerkbapi.bulk;

import dev.clerkbapi.errors.ClerkException;
import java.time.Duration;
import java.util.Objects;

/**
 * A pause of a bulk run: BAPI takes no requests at the moment, and the run waits for it. After the
 * wait, one request is sent; if it fails in this way too, the next pause follows. Immutable.
 */
public final class LockPause {
  private static final long MILLIS = 1000;

  private final Reason reason;
  private final Duration length;
  private final ClerkException error;

  LockPause(Reason reason, Duration length, ClerkException error) {
    this.reason = reason;
    this.length = length;
    this.error = error;
  }

  /**
   * Returns a pause, for tests of a listener.
   *
   * @param length such as {@code Duration.ofSeconds(45)}
   * @param error such as {@code ClerkApiException.builder(429).build()}
   */
  public static LockPause of(Reason reason, Duration length, ClerkException error) {
    return new LockPause(
        Objects.requireNonNull(reason, "reason"),
        Objects.requireNonNull(length, "length"),
        Objects.requireNonNull(error, "error"));
  }

  /** Returns why the run waits. */
  public Reason reason() {
    return reason;
  }

  /** Returns how long it waits before it tries again, from the start of this pause. */
  public Duration length() {
    return length;
  }

  /** Returns the failure because of which the run waits. */
  public ClerkException error() {
    return error;
  }

  /** Returns length and reason, such as {@code waiting 45 s: rate limit}. */
  @Override
  public String toString() {
    long seconds = (length.toMillis() + MILLIS - 1) / MILLIS;
    return "waiting " + seconds + " s: " + reason;
  }

  /** Why a run waits. Later versions may add values. */
  public enum Reason {
    /** BAPI responded with 429, or the client's own {@code RateLimit} failed. */
    RATE_LIMIT("rate limit"),
    /** No connection could be made, or the response to a read did not arrive. */
    NO_CONNECTION("no connection"),
    /** BAPI, or a gateway before it, responded with 502, 503 or 504. */
    UNAVAILABLE("service unavailable");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** Returns the reason in words, such as {@code rate limit}. */
    @Override
    public String toString() {
      return text;
    }
  }
}
