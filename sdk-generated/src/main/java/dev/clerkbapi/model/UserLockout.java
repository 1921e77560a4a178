package dev.clerkbapi.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a user was locked in a response of BAPI, and until when. Immutable.
 *
 * <p>What a lock does, and how long it lasts, is documented at {@code Users.lockUser}.
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

  /** Returns whether the user was locked when BAPI sent the response. */
  public boolean isLocked() {
    return locked;
  }

  /**
   * Returns whether the user is still locked at a later time, as far as the response shows: someone
   * may have locked or unlocked the user since.
   *
   * @param time for example {@code Instant.now()}
   */
  public boolean isLockedAt(Instant time) {
    Objects.requireNonNull(time, "time");
    return locked && until().map(time::isBefore).orElse(true);
  }

  /**
   * Returns whether the user is locked until someone unlocks them; false if they are not locked.
   */
  public boolean neverExpires() {
    return locked && expiresInSeconds == null;
  }

  /**
   * Returns when the lock expires: the time at which the response was received, plus the remaining
   * seconds that it contained. Empty if the user is not locked, if the lock {@linkplain
   * #neverExpires() never expires}, or if {@code receivedAt} is null, as in a user made by a
   * builder or by {@code fromJson}.
   */
  public Optional<Instant> until() {
    return locked && expiresInSeconds != null && receivedAt != null
        ? Optional.of(after(receivedAt, expiresInSeconds))
        : Optional.empty();
  }

  /** Capped at the bounds of {@code Instant}. */
  private static Instant after(Instant start, long seconds) {
    try {
      return start.plusSeconds(seconds);
    } catch (DateTimeException | ArithmeticException e) {
      return seconds < 0 ? Instant.MIN : Instant.MAX;
    }
  }

  /**
   * Returns {@code not locked}, {@code locked}, {@code locked, never expires} or {@code locked
   * until 2026-01-31T12:00:00Z}.
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
