package dev.clerkbapi.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.RateLimit;
import dev.clerkbapi.bulk.LockOutcome.Skipped;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.testing.FakeBapi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of requests under way when somebody ends the run, over real sockets. */
class BulkInterruptTest {
  private static final int AT_ONCE = 4;

  private static final Duration FOR_A_TEST = Duration.ofSeconds(90);
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final FakeBapi bapi = FakeBapi.start();
  private final List<String> ids = bapi.addUsers(500);
  private final ClerkClient clerk =
      Fixtures.client(bapi.baseUrl())
          .secretKey(bapi.secretKey())
          .timeout(Duration.ofMinutes(2))
          .rateLimit(RateLimit.of(1_000_000, Duration.ofSeconds(1)))
          .build();

  @AfterEach
  void stop() {
    clerk.close();
    bapi.close();
  }

  /** The system's time; {@code forResponses} is how long responses are waited for. */
  private record PatientTime(Duration forResponses) implements BulkTime {
    @Override
    public long nanoTime() {
      return SYSTEM.nanoTime();
    }

    @Override
    public void sleep(long nanos, CountDownLatch wakeUp) throws InterruptedException {
      SYSTEM.sleep(nanos, wakeUp);
    }
  }

  /** Runs, and interrupts the reader so many times once the server has the first requests. */
  private List<LockOutcome> lockInterrupted(int times, Duration forResponses)
      throws InterruptedException {
    BulkTime time = new PatientTime(forResponses);
    List<LockOutcome> outcomes = new ArrayList<>();
    Thread reader =
        new Thread(
            () -> {
              LockOptions options = LockOptions.builder().concurrency(AT_ONCE).build();
              try (Stream<LockOutcome> stream = new BulkLock(clerk, time).lockUsers(ids, options)) {
                stream.forEach(outcomes::add);
              }
              assertThat(Thread.interrupted()).as("the flag").isTrue();
            });
    reader.start();
    while (bapi.lockCounts().size() < AT_ONCE) {
      Thread.sleep(5);
    }
    for (int i = 0; i < times; i++) {
      reader.interrupt();
      Thread.sleep(100); // The second is to come while it waits.
    }
    reader.join();
    return outcomes;
  }

  private void assertOnlyTheseWereSent(
      List<LockOutcome> outcomes, Class<? extends LockOutcome> expected) {
    assertThat(bapi.lockCounts()).hasSize(AT_ONCE);
    assertThat(outcomes)
        .filteredOn(it -> bapi.lockCount(it.userId()) > 0)
        .hasSize(AT_ONCE)
        .hasOnlyElementsOfType(expected);
    assertThat(outcomes)
        .filteredOn(it -> bapi.lockCount(it.userId()) == 0)
        .hasOnlyElementsOfType(Skipped.class);
  }

  @Test
  void interrupt_letsRequestsUnderWayHaveTheirResponse() throws InterruptedException {
    bapi.setLatency(Duration.ofMillis(700));
    assertOnlyTheseWereSent(lockInterrupted(1, FOR_EVER), LockOutcome.Locked.class);
  }

  @Test
  void bulkLock_waitsForFiveSeconds() {
    assertThat(BulkTime.SYSTEM.forResponses()).hasSeconds(5);
  }

  @Test
  void responsesThatDoNotArriveInTime_areUnknown() throws InterruptedException {
    bapi.setLatency(FOR_A_TEST);
    assertOnlyTheseWereSent(lockInterrupted(1, Duration.ofMillis(200)), LockOutcome.Unknown.class);
  }

  @Test
  void secondInterrupt_doesNotWait() throws InterruptedException {
    bapi.setLatency(FOR_A_TEST);
    assertOnlyTheseWereSent(lockInterrupted(2, FOR_EVER), LockOutcome.Unknown.class);
  }

  @Test
  void closing_leavesNoIdWithoutAnOutcomeForTheAudit() {
    Set<String> told = ConcurrentHashMap.newKeySet();
    Set<String> read = ConcurrentHashMap.newKeySet();
    LockAudit audit =
        new LockAudit() {
          @Override
          public void intended(LockRecord entry) {}

          @Override
          public void ended(LockRecord entry) {
            told.add(entry.userId());
          }
        };
    LockOptions options = LockOptions.builder().readFirst(true).audit(audit).build();
    try (Stream<LockOutcome> stream =
        BulkLock.of(clerk).lockUsers(ids.stream().peek(read::add), options)) {
      Iterator<LockOutcome> outcomes = stream.iterator();
      outcomes.next();
    }
    assertThat(read).hasSizeGreaterThan(50).isEqualTo(told);
  }
}
