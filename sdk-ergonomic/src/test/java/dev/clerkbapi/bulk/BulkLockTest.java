package dev.clerkbapi.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.ClerkClientBuilder;
import dev.clerkbapi.RateLimit;
import dev.clerkbapi.bulk.LockOutcome.Skipped;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeFault;
import dev.clerkbapi.testing.FakeUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Locking many users, over real sockets against a server that holds them. */
class BulkLockTest {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final FakeBapi bapi = FakeBapi.builder().seed(7).start();
  private ClerkClient clerk;

  @BeforeEach
  void connect() {
    clerk = client(bapi.secretKey()).build();
  }

  @AfterEach
  void close() {
    clerk.close();
    bapi.close();
  }

  private ClerkClientBuilder client(String key) {
    return Fixtures.client(bapi.baseUrl()).secretKey(key).rateLimit(RateLimit.of(1_000_000, SOON));
  }

  private List<LockOutcome> lock(List<String> ids, LockOptionsBuilder options) {
    try (Stream<LockOutcome> outcomes = BulkLock.of(clerk).lockUsers(ids, options.build())) {
      return outcomes.toList();
    }
  }

  private static LockOptionsBuilder options() {
    return LockOptions.builder().clock(new FakeEnvironment().clock());
  }

  private static <O extends LockOutcome> O only(List<LockOutcome> outcomes, Class<O> kind) {
    assertThat(outcomes).hasSize(1);
    return kind.cast(outcomes.get(0));
  }

  private long requests(String method) {
    return bapi.requests().stream().filter(it -> it.method().equals(method)).count();
  }

  @Nested
  class Outcomes {
    @Test
    void user_isLocked() {
      bapi.addUser("user_1");
      LockOutcome.Locked locked =
          only(lock(List.of("user_1"), options()), LockOutcome.Locked.class);
      assertThat(locked.user().lockout().isLocked()).isTrue();
      assertThat(locked.userId()).isEqualTo("user_1");
      assertThat(bapi.isLocked("user_1")).isTrue();
    }

    @Test
    void lockedUser_isLeftAlone_whenReadFirst() {
      bapi.addUser(FakeUser.builder("user_1").locked(true).build());
      only(lock(List.of("user_1"), options().readFirst(true)), LockOutcome.AlreadyLocked.class);
      assertThat(requests("POST")).isZero();
    }

    @Test
    void unknownUser_isNotFound_alsoWhenReadAhead() {
      only(lock(List.of("user_9"), options()), LockOutcome.NotFound.class);
      only(lock(List.of("user_9"), options().readFirst(true)), LockOutcome.NotFound.class);
    }

    @Test
    void lockoutOff_isRefused() {
      bapi.addUser("user_1");
      bapi.setLockoutEnabled(false);
      LockOutcome.Refused refused =
          only(lock(List.of("user_1"), options()), LockOutcome.Refused.class);
      assertThat(refused.error()).isInstanceOf(ClerkApiException.PermissionDenied.class);
    }

    @Test
    void busyUser_isFailed() {
      bapi.addUser("user_1");
      bapi.failNext(FakeFault.error(409, "resource_locked"));
      only(lock(List.of("user_1"), options()), LockOutcome.Failed.class);
    }

    @Test
    void lostResponses_areUnknown() {
      bapi.addUser("user_1");
      bapi.failNext(3, FakeFault.reset());
      LockOutcome.Unknown unknown =
          only(lock(List.of("user_1"), options()), LockOutcome.Unknown.class);
      assertThat(unknown.error().mayHaveBeenCarriedOut()).isTrue();
      assertThat(unknown.error().getSuppressed()).hasSize(2);
    }

    @Test
    void protectedUserAndOddId_areSkippedAndNothingIsSent() {
      bapi.addUser("user_1");
      List<LockOutcome> outcomes =
          lock(List.of("user_1", "a/b"), options().protect(Set.of("user_1")));
      assertThat(outcomes)
          .extracting(it -> ((Skipped) it).reason())
          .containsExactly(Skipped.Reason.PROTECTED, Skipped.Reason.NOT_AN_ID);
      assertThat(bapi.requests()).isEmpty();
    }

    @Test
    void protectedUsers_areAddedToThoseProtectedBefore() {
      bapi.addUsers(3);
      LockOptionsBuilder guarded =
          options().protect(Set.of("user_1")).protect(id -> id.endsWith("2")).protect(Set.of());
      lock(List.of("user_1", "user_2", "user_3"), guarded);
      assertThat(bapi.lockCounts()).containsOnlyKeys("user_3");
    }

    @Test
    void readingThatFails_isReportedForEachUserAndChangesNothing() {
      bapi.addUsers(3);
      bapi.failNext(3, FakeFault.error(500, "internal"));
      assertThat(lock(List.of("user_1", "user_2", "user_3"), options().readFirst(true)))
          .hasSize(3)
          .allMatch(LockOutcome.Failed.class::isInstance);
      assertThat(requests("POST")).isZero();
    }

    @Test
    void unlock_mirrorsLock() {
      bapi.addUser(FakeUser.builder("user_1").locked(true).build());
      bapi.addUser("user_2");
      LockOptions readFirst = options().readFirst(true).revokeSessions(true).build();
      try (Stream<LockOutcome> outcomes =
          BulkLock.of(clerk).unlockUsers(List.of("user_1", "user_2"), readFirst)) {
        Map<String, LockOutcome> byId = byId(outcomes.toList());
        assertThat(byId.get("user_1")).isInstanceOf(LockOutcome.Unlocked.class);
        assertThat(byId.get("user_2")).isInstanceOf(LockOutcome.AlreadyUnlocked.class);
      }
      assertThat(bapi.isLocked("user_1")).isFalse();
    }
  }

  @Nested
  class Options {
    @Test
    void dryRun_readsOnlyAndReportsWhatItWouldDo() {
      bapi.addUsers(2);
      bapi.addUser(FakeUser.builder("user_3").locked(true).build());
      Map<String, LockOutcome> outcomes =
          byId(lock(List.of("user_1", "user_2", "user_3", "user_9"), options().dryRun(true)));
      assertThat(outcomes.get("user_1")).isInstanceOf(LockOutcome.Planned.class);
      assertThat(outcomes.get("user_3")).isInstanceOf(LockOutcome.AlreadyLocked.class);
      assertThat(outcomes.get("user_9")).isInstanceOf(LockOutcome.NotFound.class);
      assertThat(bapi.requests()).hasSize(1).allMatch(it -> it.method().equals("GET"));
    }

    @Test
    void sessions_areRevokedAfterTheLock_alsoOfAUserWhoWasLockedBefore() {
      bapi.addUser("user_1");
      bapi.addUser(FakeUser.builder("user_2").locked(true).build());
      bapi.addSession("user_1", "sess_1");
      bapi.addSession("user_1", "sess_2");
      bapi.addSession("user_2", "sess_3");
      Map<String, LockOutcome> outcomes =
          byId(lock(List.of("user_1", "user_2"), options().revokeSessions(true).readFirst(true)));
      assertThat(((LockOutcome.Locked) outcomes.get("user_1")).sessionsRevoked()).isEqualTo(2);
      assertThat(((LockOutcome.AlreadyLocked) outcomes.get("user_2")).sessionsRevoked())
          .isEqualTo(1);
      assertThat(List.of("sess_1", "sess_2", "sess_3")).noneMatch(bapi::isSessionActive);
    }

    @Test
    void sessionsThatCannotBeRevoked_areReportedAndTheUserIsLocked() {
      bapi.addUser("user_1");
      bapi.addSession("user_1", "sess_1");
      bapi.failNext(FakeFault.delay(Duration.ZERO), FakeFault.error(403, "forbidden"));
      LockOutcome.Locked locked =
          only(lock(List.of("user_1"), options().revokeSessions(true)), LockOutcome.Locked.class);
      assertThat(locked.sessionsRevoked()).isZero();
      assertThat(locked.sessionsError())
          .containsInstanceOf(ClerkApiException.PermissionDenied.class);
    }

    @Test
    void audit_getsTheIntentBeforeTheRequestAndTheOutcomeAfterIt() {
      bapi.addUser("user_1");
      bapi.addUser(FakeUser.builder("user_2").locked(true).build());
      List<String> entries = Collections.synchronizedList(new ArrayList<>());
      LockAudit audit =
          new LockAudit() {
            @Override
            public void intended(LockRecord entry) {
              entries.add("intended " + entry.userId() + " " + entry.wasLocked());
              assertThat(bapi.isLocked(entry.userId())).isFalse();
              assertThat(entry.reason()).contains("INC-1");
              assertThat(entry.time()).isEqualTo(FakeEnvironment.NOW);
            }

            @Override
            public void ended(LockRecord entry) {
              entries.add(
                  entry.action() + " " + entry.outcome().orElseThrow().getClass().getSimpleName());
            }
          };
      lock(
          List.of("user_1", "user_2"),
          options().readFirst(true).reason("INC-1").audit(audit).concurrency(1));
      assertThat(entries)
          .containsExactlyInAnyOrder(
              "intended user_1 Optional[false]", "lock Locked", "lock AlreadyLocked");
    }

    @Test
    void progress_isReportedAfterEachOutcomeAndAtTheEnd() {
      bapi.addUsers(3);
      List<LockProgress> reports = new ArrayList<>();
      lock(List.of("user_1", "user_2", "user_3"), options().onProgress(reports::add));
      assertThat(reports).extracting(LockProgress::done).containsExactly(1L, 2L, 3L, 3L);
      LockProgress end = reports.get(3);
      assertThat(end.ended()).isTrue();
      assertThat(end.total()).hasValue(3);
      assertThat(end.unread()).hasValue(0);
      assertThat(end.estimatedTimeLeft()).contains(Duration.ZERO);
    }
  }

  @Nested
  class Ends {
    private final List<LockProgress> reports = new ArrayList<>();

    private LockProgress end() {
      return reports.get(reports.size() - 1);
    }

    @Test
    void wrongKey_endsAtOnceAndReportsWhatWasNotRead() {
      bapi.addUsers(1000);
      List<LockOutcome> outcomes;
      try (ClerkClient wrong = client("sk_test_wrong").build();
          Stream<LockOutcome> stream =
              BulkLock.of(wrong)
                  .lockUsers(
                      ids(1000), options().onProgress(reports::add).concurrency(4).build())) {
        outcomes = stream.toList();
      }
      assertThat(outcomes).hasSizeLessThan(50).anyMatch(LockOutcome.Refused.class::isInstance);
      assertThat(outcomes)
          .allMatch(it -> it instanceof LockOutcome.Refused || it instanceof Skipped);
      assertThat(end().ended()).isTrue();
      assertThat(end().unread()).hasValue(1000L - outcomes.size());
    }

    @Test
    void closing_cancelsTheRest() throws InterruptedException {
      List<String> ids = bapi.addUsers(1000);
      try (Stream<LockOutcome> stream =
          BulkLock.of(clerk).lockUsers(ids, options().onProgress(reports::add).build())) {
        assertThat(stream.limit(10).toList()).hasSize(10);
      }
      assertThat(end().ended()).isTrue();
      assertThat(end().done()).isEqualTo(10);
      assertThat(end().unread().getAsLong()).isGreaterThan(900);
      assertThat(bapi.lockCounts().size()).isLessThan(100);
      expectNoBulkThreads();
    }

    @Test
    void interruptingTheReader_endsTheRunAndKeepsTheFlag() {
      List<String> ids = bapi.addUsers(1000);
      List<LockOutcome> outcomes = new ArrayList<>();
      try (Stream<LockOutcome> stream = BulkLock.of(clerk).lockUsers(ids, options().build())) {
        stream.forEach(
            outcome -> {
              outcomes.add(outcome);
              if (outcomes.size() == 10) {
                Thread.currentThread().interrupt();
              }
            });
      }
      assertThat(Thread.interrupted()).isTrue();
      assertThat(outcomes).hasSizeBetween(10, 100);
    }

    @Test
    void closedClient_skipsTheRest() {
      List<String> ids = bapi.addUsers(1000);
      try (Stream<LockOutcome> stream = BulkLock.of(clerk).lockUsers(ids, options().build())) {
        Iterator<LockOutcome> outcomes = stream.iterator();
        outcomes.next();
        clerk.close();
        List<LockOutcome> rest = new ArrayList<>();
        outcomes.forEachRemaining(rest::add);
        assertThat(rest).hasSizeLessThan(100).anyMatch(Skipped.class::isInstance);
      }
    }

    @Test
    void iteratorThatThrows_endsTheRunAfterTheOutcomesOfWhatWasRead() {
      bapi.addUsers(5);
      Iterator<String> ids =
          Stream.concat(
                  ids(5).stream(),
                  Stream.generate(
                      () -> {
                        throw new IllegalStateException("the file is gone");
                      }))
              .map(String.class::cast)
              .iterator();
      List<LockOutcome> outcomes = new ArrayList<>();
      assertThatThrownBy(
              () -> BulkLock.of(clerk).lockUsers(ids, options().build()).forEach(outcomes::add))
          .hasMessage("the file is gone");
      assertThat(outcomes)
          .hasSize(5)
          .allMatch(it -> it instanceof LockOutcome.Locked || it instanceof Skipped);
    }

    @Test
    void auditThatThrows_endsTheRunAndNothingUnwrittenIsSent() {
      List<String> ids = bapi.addUsers(100);
      AtomicInteger written = new AtomicInteger();
      LockAudit full =
          new LockAudit() {
            @Override
            public void intended(LockRecord entry) {
              if (written.incrementAndGet() > 5) {
                throw new IllegalArgumentException("no space left");
              }
            }

            @Override
            public void ended(LockRecord entry) {}
          };
      List<LockOutcome> outcomes = new ArrayList<>();
      assertThatThrownBy(
              () ->
                  BulkLock.of(clerk)
                      .lockUsers(ids, options().audit(full).build())
                      .forEach(outcomes::add))
          .hasMessage("no space left");
      assertThat(outcomes).filteredOn(LockOutcome.Locked.class::isInstance).hasSize(5);
      assertThat(bapi.lockCounts()).hasSize(5);
    }
  }

  @Nested
  class AtScale {
    /** How many users are read and not yet reported is bounded, so memory does not grow. */
    @Test
    void reading_isNeverFarAheadOfTheOutcomes() {
      int most = 20_000;
      AtomicInteger read = new AtomicInteger();
      Iterator<String> ids =
          IntStream.range(0, most).mapToObj(i -> "user_" + read.incrementAndGet()).iterator();
      int seen = 0;
      int farthest = 0;
      LockOptions dry = options().protect(id -> id.endsWith("7")).dryRun(true).build();
      try (Stream<LockOutcome> outcomes = BulkLock.of(clerk).lockUsers(ids, dry)) {
        for (Iterator<LockOutcome> it = outcomes.iterator(); it.hasNext(); it.next()) {
          seen++;
          farthest = Math.max(farthest, read.get() - seen);
        }
      }
      assertThat(seen).isEqualTo(most);
      assertThat(farthest).isLessThan(400);
    }

    @Test
    void thousandsUnderFaultsAndALimit_endAsReported_eachOnce() {
      int count = 2_000;
      try (FakeBapi strict = FakeBapi.builder().seed(3).rateLimit(1000, SOON).start();
          ClerkClient careful =
              ClerkClient.builder()
                  .secretKey(strict.secretKey())
                  .baseUrl(strict.baseUrl())
                  .rateLimit(RateLimit.of(800, SOON))
                  .build()) {
        List<String> ids = strict.addUsers(count);
        strict.failAtRate(
            0.02,
            FakeFault.error(500, "internal"),
            FakeFault.reset(),
            FakeFault.lostResponse(),
            FakeFault.error(429, "too_many_requests"));
        Map<String, LockOutcome> outcomes = new HashMap<>();
        try (Stream<LockOutcome> stream =
            BulkLock.of(careful).lockUsers(ids, options().readFirst(true).build())) {
          stream.forEach(it -> assertThat(outcomes.put(it.userId(), it)).isNull());
        }
        strict.failAtRate(0);
        assertThat(outcomes).hasSize(count);
        outcomes.forEach(
            (id, outcome) -> {
              if (outcome instanceof LockOutcome.Locked) {
                assertThat(strict.isLocked(id)).as(id).isTrue();
              } else {
                assertThat(outcome)
                    .isInstanceOfAny(LockOutcome.Unknown.class, LockOutcome.Failed.class);
              }
            });
        assertThat(outcomes.values())
            .filteredOn(LockOutcome.Locked.class::isInstance)
            .hasSizeGreaterThan(count * 99 / 100);
        assertThat(strict.rateLimitedRequests()).isZero();
      }
    }
  }

  private static Map<String, LockOutcome> byId(List<LockOutcome> outcomes) {
    return outcomes.stream().collect(Collectors.toMap(LockOutcome::userId, it -> it));
  }

  private static List<String> ids(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "user_" + i).toList();
  }

  /** A thread that has no more to do takes a moment to end. */
  private static void expectNoBulkThreads() throws InterruptedException {
    for (int i = 0; i < 500 && !bulkThreads().isEmpty(); i++) {
      Thread.sleep(10);
    }
    assertThat(bulkThreads()).isEmpty();
  }

  private static List<String> bulkThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("clerk-bapi-bulk-"))
        .toList();
  }
}
