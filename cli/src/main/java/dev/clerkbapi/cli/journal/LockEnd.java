package dev.clerkbapi.cli.journal;

import dev.clerkbapi.model.User;
import dev.clerkbapi.model.UserLockout;
import java.time.Instant;
import java.util.Optional;

/**
 * When a lock ends by itself: at a time, never, or nobody knows. Immutable.
 *
 * @param code seconds since 1970 as an unsigned number; 0 if not known, the highest one for never
 */
public record LockEnd(int code) {
  public static final LockEnd NOT_KNOWN = new LockEnd(0);
  public static final LockEnd NEVER = new LockEnd(-1);

  private static final long LATEST = (1L << 32) - 2;
  private static final String NEVER_TEXT = "never";

  /** Returns the end at a time, of which fractions of a second are dropped. */
  public static LockEnd at(Instant time) {
    return new LockEnd((int) Math.max(1, Math.min(LATEST, time.getEpochSecond())));
  }

  /** Returns the end of the lock of a user as BAPI returned them. */
  public static LockEnd of(User user) {
    try {
      UserLockout lockout = user.lockout();
      return lockout.neverExpires() ? NEVER : lockout.until().map(LockEnd::at).orElse(NOT_KNOWN);
    } catch (IllegalStateException e) { // BAPI left out whether the user is locked.
      return NOT_KNOWN;
    }
  }

  static LockEnd parse(String text) {
    return text.equals(NEVER_TEXT) ? NEVER : at(Instant.parse(text));
  }

  /** Returns the time; empty if it is not known, or there is none. */
  public Optional<Instant> time() {
    return equals(NOT_KNOWN) || equals(NEVER)
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(Integer.toUnsignedLong(code)));
  }

  /** Returns whether the lock ends at this time or before. */
  public boolean isBy(Instant latest) {
    return time().filter(end -> !end.isAfter(latest)).isPresent();
  }

  public boolean isKnown() {
    return !equals(NOT_KNOWN);
  }

  /** Such as {@code 2026-05-12T11:00:00Z}, {@code never}, {@code not known}. */
  @Override
  public String toString() {
    return equals(NEVER) ? NEVER_TEXT : time().map(Instant::toString).orElse("not known");
  }
}
