package dev.clerkbapi.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.RateLimit;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many users are worked on at once follows the rate and the latency. */
class BulkConcurrencyTest {
  private static final long SECOND = 1_000_000_000;

  private final BulkTestBed bed = new BulkTestBed();

  @AfterEach
  void close() {
    bed.close();
  }

  /** Simulates a run: users in turn, a permit every so often, each response after the latency. */
  private static final class Simulation {
    private final AtomicLong now = new AtomicLong();
    private final BulkConcurrency concurrency;
    private final PriorityQueue<Long> underWay = new PriorityQueue<>();
    private final long space;
    private final long latency;
    private long nextPermit;
    private long done;

    Simulation(int fixed, int rate, int latencyMillis) {
      this.concurrency = new BulkConcurrency(fixed, now::get);
      this.space = SECOND / rate;
      this.latency = latencyMillis * 1_000_000L;
    }

    /** Returns how many responses came. */
    long runUntil(long end) {
      long before = done;
      while (now.get() < end) {
        while (underWay.size() < concurrency.users()) {
          nextPermit = Math.max(nextPermit, now.get());
          underWay.add(nextPermit + latency);
          nextPermit += space;
        }
        now.set(underWay.remove());
        done++;
        concurrency.responded(Duration.ofNanos(latency));
      }
      return done - before;
    }
  }

  @ParameterizedTest
  @CsvSource({"80, 20", "80, 200", "80, 500", "8, 500", "8, 20", "100, 400", "1, 3000"})
  void throughput_isWhatTheRateAllows(int rate, int latencyMillis) {
    Simulation run = new Simulation(0, rate, latencyMillis);
    run.runUntil(10 * SECOND);
    long responses = run.runUntil(110 * SECOND);
    assertThat((double) responses / (100L * rate)).isBetween(0.97, 1.03);
  }

  @Test
  void fixedNumber_boundsIt() {
    Simulation run = new Simulation(16, 80, 500);
    assertThat(run.runUntil(100 * SECOND)).isBetween(3100L, 3300L);
    assertThat(run.concurrency.users()).isEqualTo(16);
  }

  @Test
  void number_isNotMuchMoreThanNeeded() {
    Simulation run = new Simulation(0, 80, 20);
    run.runUntil(20 * SECOND);
    assertThat(run.concurrency.users()).isLessThan(10);
    Simulation slow = new Simulation(0, 1000, 5000);
    slow.runUntil(100 * SECOND);
    assertThat(slow.concurrency.users()).isEqualTo(64);
  }

  /** As many as are worked on: those whose intent is recorded, and whose outcome is not. */
  @Test
  void slowApi_isAskedByMoreAtOnce() {
    bed.bapi.setLatency(Duration.ofMillis(300));
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    LockAudit audit =
        new LockAudit() {
          @Override
          public void intended(LockRecord entry) {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          }

          @Override
          public void ended(LockRecord entry) {
            atOnce.decrementAndGet();
          }
        };
    try (var clerk =
            ClerkClient.builder()
                .secretKey(bed.bapi.secretKey())
                .baseUrl(bed.bapi.baseUrl())
                .rateLimit(RateLimit.of(1_000_000, Duration.ofSeconds(1)))
                .build();
        var outcomes =
            BulkLock.of(clerk)
                .lockUsers(bed.bapi.addUsers(400), LockOptions.builder().audit(audit).build())) {
      assertThat(outcomes.toList()).hasSize(400).allMatch(LockOutcome.Locked.class::isInstance);
    }
    assertThat(most.get()).isBetween(33, 64);
  }
}
