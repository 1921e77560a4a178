package dev.clerkbapi.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.testing.FakeBapi;
import io.github.bucket4j.TimeMeter;
import io.lettuce.core.RedisException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What several clients share through a Redis, and what becomes of a call without it. */
@EnabledIf(value = "redisIsInstalled", disabledReason = "no redis-server on the PATH")
class SharedRateLimitTest {
  private static final int REQUESTS = 40;
  private static final Duration PER = Duration.ofSeconds(2);

  /** Two of the 40 may come at once, which leaves 38. */
  private static final long SPACE = PER.toNanos() / 38;

  private static final Duration LONG = Duration.ofHours(1);

  private final AtomicLong now = new AtomicLong(Duration.ofDays(20_000).toNanos());
  private final List<SharedRateLimit> limits = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private RedisServer redis;

  /** Says it on the console too, where Surefire tells how many were skipped, but not why. */
  static boolean redisIsInstalled() {
    if (RedisServer.isInstalled()) {
      return true;
    }
    System.out.println("Skipping SharedRateLimitTest: no redis-server on the PATH");
    return false;
  }

  @BeforeEach
  void start() throws Exception {
    redis = new RedisServer();
  }

  @AfterEach
  void stop() throws Exception {
    try {
      limits.forEach(SharedRateLimit::close);
    } finally {
      redis.stop();
    }
  }

  @Test
  void fourClientsAtOnce_keepToOneBudgetInEveryWindow() {
    List<SharedRateLimit> clients = IntStream.range(0, 4).mapToObj(i -> atTestTime()).toList();
    List<Long> due = new ArrayList<>();
    due.addAll(takeTogether(clients, 25));
    now.addAndGet(SPACE * 7 / 2);
    due.addAll(takeTogether(clients, 25));
    now.addAndGet(SPACE * 500);
    due.addAll(takeTogether(clients, 25));

    due.sort(null);
    assertThat(due).hasSize(300);
    for (int i = REQUESTS; i < due.size(); i++) {
      assertThat(due.get(i) - due.get(i - REQUESTS))
          .as("from place %d to the %dth after it", i - REQUESTS, REQUESTS)
          .isGreaterThanOrEqualTo(PER.toNanos());
    }
  }

  @Test
  void placesOfAllClients_wasteNothing() {
    SharedRateLimit one = atTestTime();
    SharedRateLimit two = atTestTime();

    assertThat(List.of(wait(one), wait(two))).containsOnly(0L);
    for (int i = 1; i <= 100; i++) {
      assertThat(wait(i % 2 == 0 ? one : two)).isBetween(i * SPACE - 1, i * SPACE + 100);
    }
  }

  @Test
  void waitLongerThanTheLongest_takesNothing() {
    SharedRateLimit one = atTestTime();
    SharedRateLimit two = atTestTime();
    wait(one);
    wait(one);

    for (int i = 0; i < 50; i++) {
      assertThat(one.reserve(Duration.ZERO)).isEmpty();
      assertThat(one.reserve(Duration.ofNanos(SPACE / 2))).isEmpty();
      assertThat(one.reserve(Duration.ofNanos(-1))).isEmpty();
    }
    assertThat(wait(two)).isBetween(SPACE - 1, SPACE + 1);
  }

  @Test
  void placeThatIsFree_isHadWithoutAnyTimeToWait() {
    assertThat(atTestTime().reserve(Duration.ZERO)).contains(Duration.ZERO);
  }

  @Test
  void clientThatLeaves_leavesTheBudgetToTheOthers() {
    atTestTime().reserve(LONG);
    atTestTime().reserve(LONG);
    limits.forEach(SharedRateLimit::close);

    assertThat(wait(atTestTime())).isPositive();
  }

  @Test
  void otherName_isAnotherBudget() {
    wait(atTestTime());
    wait(atTestTime());

    assertThat(limit("other").reserve(Duration.ZERO)).isPresent();
  }

  @Test
  void sample_takesTheTimeThatOneBudgetTakes() {
    long start = System.nanoTime();
    assertThat(run(redis.uri())).isZero();

    // 41 requests, 1 of them at once and 19 a second; with a budget each, it would be half of that.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(2));
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(4)
        .anyMatch(line -> line.startsWith("Both: 40 requests in "));
  }

  @Test
  void sampleWithoutRedis_saysHowToStartOne() {
    assertThat(run()).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("redis-server --port 6379");
  }

  @Test
  void sampleWithRedisDown_isOneLineAndStatus1() throws Exception {
    redis.stop();

    assertThat(run(redis.uri())).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
  }

  @Test
  void redisDown_endsACallWithoutSending() throws Exception {
    try (FakeBapi bapi = FakeBapi.start();
        ClerkClient clerk = client(bapi)) {
      redis.stop();

      assertNothingSent(clerk, bapi);
    }
  }

  @Test
  void redisThatDoesNotAnswer_endsACallWithoutSending() throws Exception {
    try (FakeBapi bapi = FakeBapi.start();
        ClerkClient clerk = client(bapi)) {
      redis.freeze();

      assertNothingSent(clerk, bapi);
    }
  }

  @Test
  void redisBackAgain_isUsedAgain() throws Exception {
    SharedRateLimit limit = limit("budget");
    redis.stop();
    assertThatThrownBy(() -> limit.reserve(LONG)).isInstanceOf(RedisException.class);
    redis.start();

    assertThat(reserveOnceItIsBack(limit)).isZero();
  }

  @Test
  void noRedisAtTheStart_isSaidAtOnce() throws Exception {
    redis.stop();

    assertThatThrownBy(() -> limit("budget")).isInstanceOf(RedisException.class);
  }

  private static void assertNothingSent(ClerkClient clerk, FakeBapi bapi) {
    ClerkTransportException e =
        catchThrowableOfType(ClerkTransportException.class, () -> clerk.users().lockUser("user_1"));

    assertThat(e).hasMessageContaining("the rate limit failed");
    assertThat(e.mayHaveBeenCarriedOut()).isFalse();
    assertThat(bapi.requests()).isEmpty();
  }

  private ClerkClient client(FakeBapi bapi) {
    return ClerkClient.builder()
        .secretKey(bapi.secretKey())
        .baseUrl(bapi.baseUrl())
        .rateLimit(limit("budget"))
        .build();
  }

  /** With a connection of its own, as in another JVM, by Redis's clock. */
  private SharedRateLimit limit(String name) {
    SharedRateLimit limit = new SharedRateLimit(redis.uri(), name, REQUESTS, PER);
    limits.add(limit);
    return limit;
  }

  /** With a connection of its own, by the clock of this test. */
  private SharedRateLimit atTestTime() {
    TimeMeter clock =
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            return now.get();
          }

          @Override
          public boolean isWallClockBased() {
            return true;
          }
        };
    SharedRateLimit limit =
        new SharedRateLimit(redis.uri(), "budget", REQUESTS, PER, commands -> clock);
    limits.add(limit);
    return limit;
  }

  /** Returns when the places come that all of them take at the same time. */
  private List<Long> takeTogether(List<SharedRateLimit> clients, int each) {
    ConcurrentLinkedQueue<Long> due = new ConcurrentLinkedQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(clients.size());
    try {
      CompletableFuture.allOf(
              clients.stream()
                  .map(client -> CompletableFuture.runAsync(() -> take(client, each, due), threads))
                  .toArray(CompletableFuture[]::new))
          .join();
    } finally {
      threads.shutdown();
    }
    return List.copyOf(due);
  }

  private void take(SharedRateLimit client, int count, ConcurrentLinkedQueue<Long> due) {
    for (int i = 0; i < count; i++) {
      due.add(now.get() + wait(client));
    }
  }

  private static long wait(SharedRateLimit limit) {
    return limit.reserve(LONG).orElseThrow().toNanos();
  }

  private static long reserveOnceItIsBack(SharedRateLimit limit) throws InterruptedException {
    for (int i = 0; i < 1200; i++) {
      try {
        return wait(limit);
      } catch (RedisException e) {
        Thread.sleep(50);
      }
    }
    throw new AssertionError("Redis is back, and still not used");
  }

  private int run(String... args) {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return TwoClients.run(args, new Terminal(stream, stream));
  }
}
