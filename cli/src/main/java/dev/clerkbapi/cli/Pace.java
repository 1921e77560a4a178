package dev.clerkbapi.cli;

import java.time.Duration;

/**
 * How fast a run can be.
 *
 * @param requestsPerSecond what the rate permits
 * @param atOnce how many requests can be under way
 * @param latency how long the API takes for one; zero if that is not known
 */
record Pace(int requestsPerSecond, int atOnce, Duration latency) {
  private static final double NANOS = 1e9;
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** Returns whether the latency is what holds a run up, not the rate. */
  boolean isHeldUpByLatency() {
    return latency.toNanos() / NANOS * requestsPerSecond > atOnce;
  }

  /** Returns how long so many requests take, more or less; a second at least. */
  Duration timeFor(long requests) {
    double secondsEach = Math.max(1.0 / requestsPerSecond, latency.toNanos() / NANOS / atOnce);
    Duration time = Duration.ofNanos((long) (requests * secondsEach * NANOS));
    return time.compareTo(SHORTEST) < 0 ? SHORTEST : time;
  }
}
