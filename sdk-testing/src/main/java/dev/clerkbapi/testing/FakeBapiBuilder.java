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
  String instanceId = "ins_fakebapi";
  String environmentType = "development";

  /** A window of length zero admits any number of requests. */
  Duration rateLimitWindow = Duration.ZERO;

  int rateLimit = Integer.MAX_VALUE;
  int longestUrl = Integer.MAX_VALUE;
  long seed;
  Duration minLatency = Duration.ZERO;
  Duration maxLatency = Duration.ZERO;

  FakeBapiBuilder() {}

  private FakeBapiBuilder(FakeBapiBuilder from) {
    this.clock = from.clock;
    this.lockDuration = from.lockDuration;
    this.lockoutEnabled = from.lockoutEnabled;
    this.instanceId = from.instanceId;
    this.environmentType = from.environmentType;
    this.rateLimitWindow = from.rateLimitWindow;
    this.rateLimit = from.rateLimit;
    this.longestUrl = from.longestUrl;
    this.seed = from.seed;
    this.minLatency = from.minLatency;
    this.maxLatency = from.maxLatency;
  }

  /**
   * Sets the clock by which locks and sessions expire and the rate limit counts; the system's by
   * default. {@link FakeBapi#advance} is added to it.
   */
  public FakeBapiBuilder clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Sets how long a lock lasts; 1 hour by default.
   *
   * @param duration for example {@code Duration.ofMinutes(30)}
   * @throws IllegalArgumentException if it is not above zero
   */
  public FakeBapiBuilder lockDuration(Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("lockDuration must be above zero, not " + duration);
    }
    this.lockDuration = duration;
    return this;
  }

  /** Makes locks last until someone unlocks the user. */
  public FakeBapiBuilder locksNeverExpire() {
    this.lockDuration = null;
    return this;
  }

  /** Sets whether account lockout is on for the instance; on by default. */
  public FakeBapiBuilder lockoutEnabled(boolean enabled) {
    this.lockoutEnabled = enabled;
    return this;
  }

  /**
   * Sets the instance's ID, which {@code GET /instance} returns; {@code ins_fakebapi} by default.
   *
   * @param id such as {@code ins_2}
   */
  public FakeBapiBuilder instanceId(String id) {
    this.instanceId = Objects.requireNonNull(id, "id");
    return this;
  }

  /**
   * Sets the instance's environment, which {@code GET /instance} returns; {@code development} by
   * default.
   *
   * @param type such as {@code production}
   */
  public FakeBapiBuilder environmentType(String type) {
    this.environmentType = Objects.requireNonNull(type, "type");
    return this;
  }

  /**
   * Limits the requests in a sliding window of time, by this server's clock; no limit by default.
   *
   * <p>A request beyond the limit is not carried out. The response is 429 with the code {@code
   * too_many_requests}, and {@code Retry-After} with the whole seconds until the next request is
   * admitted, 1 or more. Requests that a fault lets fail count; refused requests and those with a
   * wrong key do not.
   *
   * @param requests for example 100
   * @param window for example {@code Duration.ofSeconds(10)}
   * @throws IllegalArgumentException if either is not above zero
   */
  public FakeBapiBuilder rateLimit(int requests, Duration window) {
    if (requests < 1 || window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("not a limit: " + requests + " requests in " + window);
    }
    this.rateLimit = requests;
    this.rateLimitWindow = window;
    return this;
  }

  /** Sets the limit that Clerk documents for production instances: 1000 requests in 10 s. */
  public FakeBapiBuilder productionRateLimit() {
    return rateLimit(1000, Duration.ofSeconds(10));
  }

  /** Sets the limit that Clerk documents for development instances: 100 requests in 10 s. */
  public FakeBapiBuilder developmentRateLimit() {
    return rateLimit(100, Duration.ofSeconds(10));
  }

  /**
   * Seeds the random faults ({@link FakeBapi#failAtRate}) and latencies; 0 by default. With the
   * same seed, the n-th request always gets the same fault and latency; which caller sends the n-th
   * request can still vary.
   *
   * @param seed for example 42
   */
  public FakeBapiBuilder seed(long seed) {
    this.seed = seed;
    return this;
  }

  /**
   * Delays every response; see {@link FakeBapi#setLatency(Duration)}. No delay by default.
   *
   * @param delay whole milliseconds, for example {@code Duration.ofMillis(40)}
   * @throws IllegalArgumentException if it is negative or longer than 24 days
   */
  public FakeBapiBuilder latency(Duration delay) {
    return latency(delay, delay);
  }

  /**
   * Delays every response by a random time from a range; see {@link FakeBapi#setLatency(Duration)}.
   *
   * @param min whole milliseconds, for example {@code Duration.ofMillis(20)}
   * @param max whole milliseconds, inclusive, for example {@code Duration.ofMillis(200)}
   * @throws IllegalArgumentException if a delay is negative, longer than 24 days, or if {@code min}
   *     is the longer one
   */
  public FakeBapiBuilder latency(Duration min, Duration max) {
    Latency.check(min, max);
    this.minLatency = min;
    this.maxLatency = max;
    return this;
  }

  /**
   * Responds with 414 to requests whose path and query are longer, as gateways do; no bound by
   * default.
   *
   * @param characters such as {@code 8000}
   */
  public FakeBapiBuilder longestUrl(int characters) {
    this.longestUrl = characters;
    return this;
  }

  /** Starts the server. */
  public FakeBapi start() {
    return new FakeBapi(new FakeBapiBuilder(this));
  }
}
