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
 * <p>Each JVM creates one of these, with the same name and numbers, for its client: {@code
 * ClerkClient.builder().rateLimit(shared)}. The budget is a few bytes in Redis under that name,
 * without keys or IDs; it expires when it has not been used for a while. The time is that of Redis,
 * so that the machines' clocks need not agree.
 *
 * <p>No request is sent without a permit: if Redis does not respond, the call fails with a {@code
 * ClerkTransportException}; later calls work as soon as Redis does. Thread-safe.
 */
public final class SharedRateLimit implements RateLimit, AutoCloseable {
  /** Redis usually responds within a millisecond. */
  private static final Duration REDIS_TIMEOUT = Duration.ofSeconds(1);

  private static final Duration KEPT_WHEN_FULL = Duration.ofHours(1);

  private final RedisClient redis;
  private final Bucket bucket;

  /**
   * Connects to Redis.
   *
   * @param redisUri such as {@code redis://127.0.0.1:6379}
   * @param name of the budget and of the Redis key, such as {@code clerk-bapi:production}. An
   *     existing budget keeps its numbers; to change them, use another name
   * @param requests the most requests in any window of time, such as {@code 800}; at least 2. It
   *     allows bursts of a twentieth of them
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

  /** Without a connection, commands fail at once; by default Lettuce would queue them. */
  private static RedisClient client(String redisUri) {
    RedisURI uri = RedisURI.create(redisUri);
    uri.setTimeout(REDIS_TIMEOUT);
    RedisClient client = RedisClient.create(uri);
    client.setOptions(
        ClientOptions.builder().disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS).build());
    return client;
  }

  /** Subtracts the burst from the rate, so that no window contains more than all permits. */
  private static BucketConfiguration budget(int requests, Duration per) {
    int burst = Math.max(1, requests / 20);
    return BucketConfiguration.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(requests - burst, per))
        .build();
  }

  /**
   * Bucket4j reserves a permit, and then waits with the given strategy. Ours only records how long
   * to wait, because the client waits.
   */
  @Override
  public Optional<Duration> reserve(Duration longestWait) {
    if (longestWait.isNegative()) {
      return Optional.empty();
    }
    AtomicLong wait = new AtomicLong();
    boolean taken =
        longestWait.isZero() // which Bucket4j refuses as a longest wait
            ? bucket.tryConsume(1)
            : bucket.asBlocking().tryConsumeUninterruptibly(1, longestWait, wait::set);
    return taken ? Optional.of(Duration.ofNanos(wait.get())) : Optional.empty();
  }

  /** Shows two clients that share a budget; takes the URI of a Redis server. */
  public static void main(String[] args) {
    System.exit(TwoClients.run(args, Terminal.ofSystem()));
  }

  /** Disconnects; the budget stays for the other clients. */
  @Override
  public void close() {
    redis.shutdown();
  }

  /** The command {@code TIME} returns seconds and microseconds. */
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
