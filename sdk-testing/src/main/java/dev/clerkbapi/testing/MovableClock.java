package dev.clerkbapi.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs ahead of another one, by the time that it was advanced. */
final class MovableClock {
  private final Clock base;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  MovableClock(Clock base) {
    this.base = base;
  }

  Instant instant() {
    return base.instant().plus(ahead.get());
  }

  Clock asClock() {
    InstantSource now = this::instant;
    return now.withZone(ZoneOffset.UTC);
  }

  void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("the clock moves forward only, not by " + time);
    }
    ahead.updateAndGet(time::plus);
  }
}
