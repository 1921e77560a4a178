package dev.clerkbapi.internal.support;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The real time, sleep and randomness. */
public final class SystemEnvironment implements Environment {
  private final Clock clock = Clock.systemUTC();

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  @SuppressWarnings("ReturnValueIgnored") // Woken early or not, the caller checks its own state.
  public void sleep(long nanos, CountDownLatch wakeUp) throws InterruptedException {
    wakeUp.await(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public long random(long atMost) {
    return ThreadLocalRandom.current().nextLong(atMost + 1);
  }
}
