package dev.clerkbapi.bulk;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** How far a bulk run is. Immutable. */
public final class LockProgress {
  private static final double NANOS = 1e9;

  private final long done;
  private final long total;
  private final long read;
  private final long nanos;
  private final boolean ended;

  /** {@code total} is negative where it is not known. */
  LockProgress(long done, long total, long read, long nanos, boolean ended) {
    this.done = done;
    this.total = total;
    this.read = read;
    this.nanos = nanos;
    this.ended = ended;
  }

  /** Returns how many outcomes were given out. */
  public long done() {
    return done;
  }

  /** Returns how many there will be; empty unless the IDs came as a collection. */
  public OptionalLong total() {
    return total < 0 ? OptionalLong.empty() : OptionalLong.of(total);
  }

  /**
   * Returns how many IDs were not even looked at; above zero at the end if the run ended early.
   * Empty where the total is not known.
   */
  public OptionalLong unread() {
    return total < 0 ? OptionalLong.empty() : OptionalLong.of(Math.max(0, total - read));
  }

  /** Returns how long it has taken so far. */
  public Duration elapsed() {
    return Duration.ofNanos(nanos);
  }

  /** Returns how many users a second it has been, on average. */
  public double usersPerSecond() {
    return nanos == 0 ? 0 : done * NANOS / nanos;
  }

  /** Returns how long the rest will take at this rate; empty if that cannot be told. */
  public Optional<Duration> estimatedTimeLeft() {
    if (total < 0 || done == 0) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos((long) ((double) nanos / done * (total - done))));
  }

  /** Tells whether this is the last one: all done, ended early, or cancelled. */
  public boolean ended() {
    return ended;
  }

  @Override
  public String toString() {
    return done + (total < 0 ? "" : " of " + total);
  }
}
