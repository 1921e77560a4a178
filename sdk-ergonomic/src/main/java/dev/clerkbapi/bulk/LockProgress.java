package dev.clerkbapi.bulk;

import java.time.Duration;
import java.util.Objects;
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

  /** Returns a builder, for tests of a listener: by default of a run that has just begun. */
  public static Builder builder() {
    return new Builder();
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

  /** Builds a {@link LockProgress}. Not thread-safe. */
  public static final class Builder {
    private long done;
    private long total = -1;
    private long read;
    private Duration elapsed = Duration.ZERO;
    private @Nullable LockPause pause;
    private boolean ended;

    private Builder() {}

    /** Sets how many outcomes were given out, such as 120. */
    public Builder done(long outcomes) {
      this.done = outcomes;
      return this;
    }

    /** Sets how many outcomes there will be, such as 5000; below zero, as by default: not known. */
    public Builder total(long outcomes) {
      this.total = outcomes;
      return this;
    }

    /** Sets how many IDs have been read, from which {@link LockProgress#unread} counts. */
    public Builder read(long ids) {
      this.read = ids;
      return this;
    }

    /** Sets how long the run has taken so far. */
    public Builder elapsed(Duration time) {
      this.elapsed = Objects.requireNonNull(time, "elapsed");
      return this;
    }

    /** Sets the pause in which the run is; null, as by default, for none. */
    public Builder pause(@Nullable LockPause current) {
      this.pause = current;
      return this;
    }

    /** Sets whether this is the last report. */
    public Builder ended(boolean last) {
      this.ended = last;
      return this;
    }

    /** Returns the progress. */
    public LockProgress build() {
      return new LockProgress(done, total, read, elapsed.toNanos(), pause, ended);
    }
  }
}
