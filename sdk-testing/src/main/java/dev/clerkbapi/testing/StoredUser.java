package dev.clerkbapi.testing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user and what happened to them. Guarded by the store. */
final class StoredUser {
  final FakeUser user;
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

  /**
   * Locks, for ever where {@code duration} is null. Locking again starts the time anew: a choice of
   * this fake.
   */
  synchronized void lock(@Nullable Duration duration, Instant now) {
    locked = true;
    lockedUntil = duration == null ? null : now.plus(duration);
    updatedAt = now;
  }

  /** As {@link #lock}, because of a request, which is counted. */
  synchronized void lockAsAsked(@Nullable Duration duration, Instant now) {
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
   * Whole seconds, rounded up, so that a lock is never told as over while it lasts; null when not
   * locked or for ever.
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
