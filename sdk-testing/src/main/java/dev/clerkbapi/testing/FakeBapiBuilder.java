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

  /** A window without length has room for any number. */
  Duration rateLimitWindow = Duration.ZERO;

  int rateLimit = Integer.MAX_VALUE;
  long seed;
  Duration minLatency = Duration.ZERO;
  Duration maxLatency = Duration.ZERO;

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
   * Refuses requests beyond so many in any stretch of time as long as the window, by this server's
   * clock: with 429, {@code too_many_requests} and {@code Retry-After}, whole seconds until there
   * is room, 1 or more, carrying nothing out. Requests that a fault fails take room like any other;
   * refused ones, and those with a wrong key, take none. Without this there is no limit.
   *
   * @param requests for example 100
   * @param window for example {@code Duration.ofSeconds(10)}
   * @throws IllegalArgumentException if either is not above zero
   */
  public FakeBapiBuilder rateLimit(int requests, Duration window) {
    if (requests < 1 || window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("no limit: " + requests + " requests in " + window);
    }
    this.rateLimit = requests;
    this.rateLimitWindow = window;
    return this;
  }

  /** The limit that Clerk documents for production instances: 1000 requests in 10 s. */
  public FakeBapiBuilder productionRateLimit() {
    return rateLimit(1000, Duration.ofSeconds(10));
  }

  /** The limit that Clerk documents for development instances: 100 requests in 10 s. */
  public FakeBapiBuilder developmentRateLimit() {
    return rateLimit(100, Duration.ofSeconds(10));
  }

  /**
   * Begins what {@link FakeBapi#failAtRate} and a random latency draw from. The same seed draws the
   * same in each run, for the first request, the second, and so on; which of several callers sends
   * the second is not up to it. Zero unless set, so that runs repeat anyway.
   *
   * @param seed for example 42
   */
  public FakeBapiBuilder seed(long seed) {
    this.seed = seed;
    return this;
  }

  /**
   * Delays every answer, and every reset in place of one; see {@link
   * FakeBapi#setLatency(Duration)}.
   *
   * @param delay whole milliseconds, for example {@code Duration.ofMillis(40)}
   * @throws IllegalArgumentException if it is negative or longer than 24 days
   */
  public FakeBapiBuilder latency(Duration delay) {
    return latency(delay, delay);
  }

  /**
   * Delays every answer by a time of its own, drawn from a range.
   *
   * @param min whole milliseconds, for example {@code Duration.ofMillis(20)}
   * @param max whole milliseconds, itself included, for example {@code Duration.ofMillis(200)}
   * @throws IllegalArgumentException if a delay is negative, longer than 24 days, or if {@code min}
   *     is the longer one
   */
  public FakeBapiBuilder latency(Duration min, Duration max) {
    Latency.check(min, max);
    this.minLatency = min;
    this.maxLatency = max;
    return this;
  }

  /** Starts the server. */
  public FakeBapi start() {
    return new FakeBapi(this);
  }
}
