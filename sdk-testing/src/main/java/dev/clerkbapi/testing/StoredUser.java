package dev.clerkbapi.testing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user with their current state. Thread-safe. */
final class StoredUser {
  private FakeUser user;
  final int number;
  final Instant createdAt;
  private boolean locked;
  private @Nullable Instant lockedUntil;
  private boolean banned;
  private int lockCount;
  private Instant updatedAt;

  StoredUser(FakeUser user, int number, Instant now) {
    this.user = user;
    this.number = number;
    this.createdAt = user.createdAt() == null ? now : user.createdAt();
    this.banned = user.banned();
    this.updatedAt = now;
  }

  synchronized FakeUser user() {
    return user;
  }

  synchronized void change(FakeUser changed, Instant now) {
    user = changed;
    updatedAt = now;
  }

  /**
   * Locks for a duration, or without end if it is null. Locking again restarts the time, which is a
   * choice of this fake: BAPI does not document it.
   */
  synchronized void lock(@Nullable Duration duration, Instant now) {
    locked = true;
    lockedUntil = duration == null ? null : now.plus(duration);
    updatedAt = now;
  }

  /** As {@link #lock}, and counts the request that asked for it. */
  synchronized void lockByRequest(@Nullable Duration duration, Instant now) {
    lock(duration, now);
    lockCount++;
  }

  synchronized int lockCount() {
    return lockCount;
  }

  synchronized void unlock(Instant now) {
    locked = false;
    lockedUntil = null;
    updatedAt = now;
  }

  synchronized void ban(boolean ban, Instant now) {
    banned = ban;
    updatedAt = now;
  }

  synchronized boolean isLocked(Instant now) {
    return locked && (lockedUntil == null || now.isBefore(lockedUntil));
  }

  /**
   * Returns whole seconds, rounded up so that a lock never seems to have ended while it lasts; null
   * for no lock, or one without end.
   */
  synchronized @Nullable Long secondsLeft(Instant now) {
    if (!isLocked(now) || lockedUntil == null) {
      return null;
    }
    return Duration.between(now, lockedUntil).plusNanos(999_999_999).toSeconds();
  }

  synchronized boolean isBanned() {
    return banned;
  }

  synchronized Instant updatedAt() {
    return updatedAt;
  }
}
