package dev.clerkbapi.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as numbers, so that a model needs no object for each: {@code Instant} takes 24
 * bytes beside the reference to it. For generated code.
 *
 * <p>The last bit says which unit the others count: milliseconds, as BAPI sends them, or for a time
 * that a caller gave more exactly, nanoseconds. All of it is shifted so that 0, which a field has
 * before it is set, stands for no time.
 */
public final class Times {
  private static final long SHIFT = Long.MIN_VALUE;
  private static final long MOST = (1L << 62) - 1;
  private static final long NANOS = 1_000_000_000;
  private static final int NANOS_OF_MILLI = 1_000_000;

  private Times() {}

  /** Returns the time; null if there is none. */
  public static @Nullable Instant instant(long time) {
    if (time == 0) {
      return null;
    }
    long counted = (time ^ SHIFT) >> 1;
    boolean millis = (time & 1) == 0;
    return millis
        ? Instant.ofEpochMilli(counted)
        : Instant.ofEpochSecond(Math.floorDiv(counted, NANOS), Math.floorMod(counted, NANOS));
  }

  /** Capped at 146 million years from now. */
  static long ofMillis(long millis) {
    return (Math.max(-MOST, Math.min(MOST, millis)) << 1) ^ SHIFT;
  }

  /**
   * Returns the number of a time. Fractions of a millisecond, which JSON does not have, are kept
   * from the year 1824 to 2116.
   *
   * @throws IllegalArgumentException if it is so far off that JSON cannot hold it
   */
  static long of(String member, Instant time) {
    long second = time.getEpochSecond();
    if (Math.abs(second) >= MOST / 1000) {
      throw new IllegalArgumentException(member + ": JSON cannot hold " + time);
    }
    boolean exact = time.getNano() % NANOS_OF_MILLI != 0 && Math.abs(second) < MOST / NANOS;
    return exact
        ? ((second * NANOS + time.getNano()) << 1 | 1) ^ SHIFT
        : ofMillis(time.toEpochMilli());
  }
}
