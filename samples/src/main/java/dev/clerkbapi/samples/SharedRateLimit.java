package dev.clerkbapi.samples;

import dev.clerkbapi.RateLimit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * How do many JVMs share one budget of requests?
 *
 * <p>Each JVM makes one of these, with the same name and numbers, and gives it to its client:
 * {@code ClerkClient.builder().rateLimit(shared)}. The budget is a few bytes in Redis under that
 * name, which go away when nobody has used them for a while; no key and no ID is among them. Time
 * is Redis's, so that the machines' clocks need not agree.
 *
 * <p>Whatever happens to Redis, no request is sent without a place: a call that gets no answer from
 * it ends with a {@code ClerkTransportException}, and later ones work as soon as Redis does.
 * Thread-safe.
 */
public final class SharedRateLimit implements RateLimit, AutoCloseable {
  /** An answer of Redis takes a millisecond. */
  private static final Duration REDIS_TIMEOUT = Duration.ofSeconds(1);

  private static final Duration KEPT_WHEN_FULL = Duration.ofHours(1);

  private final RedisClient redis;
  private final Bucket bucket;

  /**
   * Connects to Redis.
   *
   * @param redisUri such as {@code redis://127.0.0.1:6379}
   * @param name of the budget, such as {@code clerk-bapi:production}; the Redis key. A budget in
   *     use keeps its numbers: other numbers take another name
   * @param requests at most so many in any window of time, such as {@code 800}; at least 2. A
   *     twentieth of them may come at once
   * @param per the length of that window, such as {@code PT10S}
   * @throws io.lettuce.core.RedisException if there is no Redis
   */
  public SharedRateLimit(String redisUri, String name, int requests, Duration per) {
    this(redisUri, name, requests, per, RedisClock::new);
  }

  SharedRateLimit(
      String redisUri,
      String name,
      int requests,
      Duration per,
      Function<RedisCommands<String, byte[]>, TimeMeter> clock) {
    this.redis = client(redisUri);
    try {
      StatefulRedisConnection<String, byte[]> connection =
          redis.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
      BucketConfiguration budget = budget(requests, per);
      this.bucket =
          Bucket4jLettuce.casBasedBuilder(connection)
              .clientClock(clock.apply(connection.sync()))
              .requestTimeout(REDIS_TIMEOUT)
              .expirationAfterWrite(
                  ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
              .build()
              .builder()
              .build(name, () -> budget);
    } catch (RuntimeException e) {
      redis.shutdown();
      throw e;
    }
  }

  /** Without a connection it fails at once; it would collect requests for later otherwise. */
  private static RedisClient client(String redisUri) {
    RedisURI uri = RedisURI.create(redisUri);
    uri.setTimeout(REDIS_TIMEOUT);
    RedisClient client = RedisClient.create(uri);
    client.setOptions(
        ClientOptions.builder().disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS).build());
    return client;
  }

  /** What may come at once is taken off the rate, so that no window has more than all. */
  private static BucketConfiguration budget(int requests, Duration per) {
    int atOnce = Math.max(1, requests / 20);
    return BucketConfiguration.builder()
        .addLimit(limit -> limit.capacity(atOnce).refillGreedy(requests - atOnce, per))
        .build();
  }

  /**
   * Bucket4j takes the place first, and then waits for it by the strategy given. Ours notes down
   * how long, and leaves the waiting to the client.
   */
  @Override
  public Optional<Duration> reserve(Duration longestWait) {
    if (longestWait.isNegative()) {
      return Optional.empty();
    }
    AtomicLong wait = new AtomicLong();
    boolean taken =
        longestWait.isZero() // which Bucket4j refuses as a time to wait
            ? bucket.tryConsume(1)
            : bucket.asBlocking().tryConsumeUninterruptibly(1, longestWait, wait::set);
    return taken ? Optional.of(Duration.ofNanos(wait.get())) : Optional.empty();
  }

  /** Shows two clients that share a budget; takes the URI of a Redis. */
  public static void main(String[] args) {
    System.exit(TwoClients.run(args, Terminal.ofSystem()));
  }

  /** Disconnects; the budget stays, for the others. */
  @Override
  public void close() {
    redis.shutdown();
  }

  /** Redis answers {@code TIME} with seconds and microseconds. */
  private record RedisClock(RedisCommands<String, byte[]> redis) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      List<byte[]> time = redis.time();
      return number(time.get(0)) * 1_000_000_000 + number(time.get(1)) * 1_000;
    }

    private static long number(byte[] digits) {
      return Long.parseLong(new String(digits, StandardCharsets.US_ASCII));
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
