package dev.clerkbapi.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a user is locked out of signing in, and until when, as of one response of BAPI.
 * Immutable.
 *
 * <p>A lock keeps a user from signing in; nothing says that it ends the sessions they have. It
 * expires by itself after the time set in the application's attack protection settings (1 hour
 * unless changed there), or never, if so set.
 */
public final class UserLockout {
  private final boolean locked;
  private final @Nullable Long expiresInSeconds;
  private final @Nullable Instant receivedAt;

  UserLockout(boolean locked, @Nullable Long expiresInSeconds, @Nullable Instant receivedAt) {
    this.locked = locked;
    this.expiresInSeconds = expiresInSeconds;
    this.receivedAt = receivedAt;
  }

  /** Whether the user was locked when BAPI responded. */
  public boolean isLocked() {
    return locked;
  }

  /**
   * Whether the user is still locked at a later time, as far as this response can show: someone may
   * have unlocked or locked them since.
   *
   * @param time for example {@code Instant.now()}
   */
  public boolean isLockedAt(Instant time) {
    Objects.requireNonNull(time, "time");
    return locked && until().map(time::isBefore).orElse(true);
  }

  /** Whether the user is locked until someone unlocks them. False for a user who is not locked. */
  public boolean neverExpires() {
    return locked && expiresInSeconds == null;
  }

  /**
   * When the lock expires by itself: the time the response was received and the seconds that it
   * named. Empty when the user is not locked, when the lock {@linkplain #neverExpires() never
   * expires}, and for a user without {@code receivedAt}, as one that was built by hand or read by
   * {@code fromJson}.
   */
  public Optional<Instant> until() {
    return locked && expiresInSeconds != null && receivedAt != null
        ? Optional.of(after(receivedAt, expiresInSeconds))
        : Optional.empty();
  }

  /** Stops where an {@code Instant} does. */
  private static Instant after(Instant start, long seconds) {
    try {
      return start.plusSeconds(seconds);
    } catch (DateTimeException | ArithmeticException e) {
      return seconds < 0 ? Instant.MIN : Instant.MAX;
    }
  }

  /**
   * One of {@code not locked}, {@code locked, never expires}, {@code locked until
   * 2026-01-31T12:00:00Z}.
   */
  @Override
  public String toString() {
    if (!locked) {
      return "not locked";
    }
    return neverExpires()
        ? "locked, never expires"
        : "locked" + until().map(time -> " until " + time).orElse("");
  }
}
