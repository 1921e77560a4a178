package dev.clerkbapi.testing;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Configures a {@link FakeBapi}. Not thread-safe. */
public final class FakeBapiBuilder {
  Clock clock = Clock.systemUTC();
  @Nullable Duration lockDuration = Duration.ofHours(1);
  boolean lockoutEnabled = true;

  FakeBapiBuilder() {}

  /**
   * The clock that locks run against; the system's unless set. {@link FakeBapi#advance} works on
   * top of it.
   */
  public FakeBapiBuilder clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * How long a lock lasts; 1 hour unless set.
   *
   * @param duration for example {@code Duration.ofMinutes(30)}
   */
  public FakeBapiBuilder lockDuration(Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("a lock lasts longer than " + duration);
    }
    this.lockDuration = duration;
    return this;
  }

  /** Lets locks last until someone unlocks the user. */
  public FakeBapiBuilder locksNeverExpire() {
    this.lockDuration = null;
    return this;
  }

  /** Whether the instance has lockout turned on; it has unless set. */
  public FakeBapiBuilder lockoutEnabled(boolean enabled) {
    this.lockoutEnabled = enabled;
    return this;
  }

  /** Starts the server. */
  public FakeBapi start() {
    return new FakeBapi(this);
  }
}
