package dev.clerkbapi.bulk;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How far a bulk run has come. Immutable. */
public final class LockProgress {
  private static final double NANOS = 1e9;

  private final long done;
  private final long total;
  private final long read;
  private final long nanos;
  private final @Nullable LockPause pause;
  private final boolean ended;

  /** {@code total} is negative where it is not known. */
  LockProgress(
      long done, long total, long read, long nanos, @Nullable LockPause pause, boolean ended) {
    this.done = done;
    this.total = total;
    this.read = read;
    this.nanos = nanos;
    this.pause = pause;
    this.ended = ended;
  }

  /** Returns how many outcomes were given out. */
  public long done() {
    return done;
  }

  /** Returns how many outcomes there will be; empty unless the IDs came as a collection. */
  public OptionalLong total() {
    return total < 0 ? OptionalLong.empty() : OptionalLong.of(total);
  }

  /**
   * Returns how many IDs have not been read; above zero at the end if the run ended early. Empty
   * where the total is not known.
   */
  public OptionalLong unread() {
    return total < 0 ? OptionalLong.empty() : OptionalLong.of(Math.max(0, total - read));
  }

  /** Returns how long the run has taken so far. */
  public Duration elapsed() {
    return Duration.ofNanos(nanos);
  }

  /** Returns the average number of users per second so far. */
  public double usersPerSecond() {
    return nanos == 0 ? 0 : done * NANOS / nanos;
  }

  /** Returns how long the rest will take at this rate; empty if that is not known. */
  public Optional<Duration> estimatedTimeLeft() {
    if (total < 0 || done == 0) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos((long) ((double) nanos / done * (total - done))));
  }

  /**
   * Returns the pause in which the run is, such as {@code waiting 45 s: rate limit}; empty if it
   * goes on. The listener is notified when a pause begins; that it is over shows in the next
   * report.
   */
  public Optional<LockPause> pause() {
    return Optional.ofNullable(pause);
  }

  /** Returns whether this is the last report: all done, ended early, or cancelled. */
  public boolean ended() {
    return ended;
  }

  @Override
  public String toString() {
    return done + (total < 0 ? "" : " of " + total);
  }
}
