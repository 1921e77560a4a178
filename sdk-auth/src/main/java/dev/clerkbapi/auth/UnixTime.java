package dev.clerkbapi.auth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times in claims: seconds since 1970, whose fractions do not count. */
final class UnixTime {
  /** The most that JavaScript's dates can hold, some 273,000 years. */
  private static final double FARTHEST = 8.64e12;

  private UnixTime() {}

  /** Returns the seconds; refuses what is no number, or a time that no clock will show. */
  static long seconds(String name, @Nullable Object claim) {
    Long seconds = secondsOrNull(claim);
    if (seconds == null) {
      throw Refusals.failed(
          claim == null
              ? "the token has no " + name
              : "the token's " + name + " is not a time in seconds");
    }
    return seconds;
  }

  /** Returns the time; null if the claim is none. */
  static @Nullable Instant instant(@Nullable Object claim) {
    Long seconds = secondsOrNull(claim);
    return seconds == null ? null : Instant.ofEpochSecond(seconds);
  }

  static @Nullable Long secondsOrNull(@Nullable Object claim) {
    return claim instanceof Number number && Math.abs(number.doubleValue()) <= FARTHEST
        ? (Long) number.longValue()
        : null;
  }
}
