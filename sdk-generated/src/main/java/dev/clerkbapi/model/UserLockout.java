package dev.clerkbapi.model;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a user was locked when BAPI sent them, and until when. Immutable and serializable.
 *
 * <p>What a lock does, and how long it lasts, is documented at {@code Users.lockUser}.
 */
public final class UserLockout implements Serializable {
  private static final long serialVersionUID = 1L;

  private final boolean locked;
  private final @Nullable Long expiresInSeconds;
  private final @Nullable Instant receivedAt;

  UserLockout(boolean locked, @Nullable Long expiresInSeconds, @Nullable Instant receivedAt) {
    this.locked = locked;
    this.expiresInSeconds = expiresInSeconds;
    this.receivedAt = receivedAt;
  }

  /** Returns whether the user was locked when BAPI sent them. */
  public boolean isLocked() {
    return locked;
  }

  /**
   * Returns whether the user is still locked at a later time, as far as is known: someone may have
   * locked or unlocked the user since. If the time of the response is not known, as with {@link
   * #until()}, a locked user counts as locked at any time.
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
   * Returns how long the lock lasted from the time at which BAPI sent the user. Empty if the user
   * is not locked, or if the lock {@linkplain #neverExpires() never expires}.
   */
  public Optional<Duration> expiresIn() {
    return locked && expiresInSeconds != null
        ? Optional.of(Duration.ofSeconds(expiresInSeconds))
        : Optional.empty();
  }

  /**
   * Returns when the lock expires: the time at which the response was received, plus the remaining
   * seconds that it contained. Empty if the user is not locked, if the lock {@linkplain
   * #neverExpires() never expires}, or if {@code receivedAt} is null, as in a user of a webhook, or
   * made by a builder or by {@code fromJson}. If you know that time, give it with {@code
   * user.toBuilder().receivedAt(time).build()}.
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
   * Returns {@code not locked}, {@code locked, never expires}, {@code locked until
   * 2026-01-31T12:00:00Z} or, without a time of the response, {@code locked, expires in 3600 s}.
   */
  @Override
  public String toString() {
    if (!locked) {
      return "not locked";
    }
    return neverExpires()
        ? "locked, never expires"
        : "locked"
            + until()
                .map(time -> " until " + time)
                .orElse(", expires in " + expiresInSeconds + " s");
  }
}
