package dev.clerkbapi;

import dev.clerkbapi.internal.support.Environment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time that stands still but for sleeping, which takes none; the greatest of all random numbers.
 */
final class FakeEnvironment implements Environment {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final AtomicLong nanos = new AtomicLong(1_000_000_000L);
  private final List<Duration> sleeps = Collections.synchronizedList(new ArrayList<>());
  private volatile Runnable onSleep = () -> {};

  /** What was waited for, in order. */
  List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  void onSleep(Runnable action) {
    onSleep = action;
  }

  /** Time passes without anybody sleeping. */
  void advance(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Override
  public Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public void sleep(long time, CountDownLatch wakeUp) throws InterruptedException {
    sleeps.add(Duration.ofNanos(time));
    onSleep.run();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    nanos.addAndGet(time);
  }

  @Override
  public long random(long atMost) {
    return atMost;
  }
}
