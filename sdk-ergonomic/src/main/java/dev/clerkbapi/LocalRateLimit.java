package dev.clerkbapi;

import dev.clerkbapi.internal.support.EvenBudget;
import dev.clerkbapi.internal.support.Limiter;
import java.time.Duration;
import java.util.Optional;

/** A rate limit in memory. Thread-safe. */
final class LocalRateLimit implements RateLimit {
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final Optional<Duration> NOW = Optional.of(Duration.ZERO);

  private final int requests;
  private final Duration per;
  private final EvenBudget budget;

  LocalRateLimit(int requests, Duration per, EvenBudget budget) {
    this.requests = requests;
    this.per = per;
    this.budget = budget;
  }

  @Override
  public Optional<Duration> reserve(Duration longestWait) {
    Duration longest = longestWait.compareTo(LONGEST) > 0 ? LONGEST : longestWait;
    if (longest.isNegative()) {
      return Optional.empty();
    }
    long wait = budget.reserve(longest.toNanos());
    if (wait == Limiter.NONE) {
      return Optional.empty();
    }
    return wait == 0 ? NOW : Optional.of(Duration.ofNanos(wait));
  }

  @Override
  public String toString() {
    return "RateLimit[" + requests + " per " + per + "]";
  }
}
