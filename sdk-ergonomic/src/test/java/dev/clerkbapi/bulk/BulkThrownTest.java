package dev.clerkbapi.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.bulk.LockOutcome.Skipped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the user's code throws ends the run, or is tolerated; no outcome is lost. */
class BulkThrownTest {
  private static final int USERS = 200;

  private final BulkTestBed bed = new BulkTestBed();
  private final List<String> ids = bed.bapi.addUsers(USERS);
  private final List<String> written = Collections.synchronizedList(new ArrayList<>());
  private final List<LockOutcome> outcomes = new ArrayList<>();
  private final AtomicInteger calls = new AtomicInteger();

  @AfterEach
  void close() {
    bed.close();
  }

  static Stream<Throwable> thrown() {
    return Stream.of(
        new IllegalStateException("unchecked"),
        new AssertionError("an error"),
        new IOException("checked, and not declared"));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }

  /** Throws at its 20th call, and at each one after it. */
  private void throwLater(Throwable thrown) {
    if (calls.incrementAndGet() >= 20) {
      throw BulkThrownTest.<RuntimeException>sneaky(thrown);
    }
  }

  private LockAudit audit(Runnable atIntent, Runnable atEnd) {
    return new LockAudit() {
      @Override
      public void intended(LockRecord entry) {
        atIntent.run();
      }

      @Override
      public void ended(LockRecord entry) {
        written.add(entry.userId());
        atEnd.run();
      }
    };
  }

  /** Returns what left the stream. */
  private Throwable run(ClerkClient clerk, Iterator<String> source, LockOptionsBuilder options) {
    try (Stream<LockOutcome> stream = BulkLock.of(clerk).lockUsers(source, options.build())) {
      return catchThrowable(() -> stream.forEach(outcomes::add));
    }
  }

  private Throwable run(LockOptionsBuilder options) {
    return run(bed.client(it -> it), ids.iterator(), options);
  }

  /** Each user who is locked has an outcome that says so, or at least does not deny it. */
  private void expectNobodyIsLost() {
    assertThat(outcomes).doesNotHaveDuplicates().hasSizeLessThan(USERS);
    assertThat(outcomes)
        .filteredOn(it -> it instanceof LockOutcome.Locked || it instanceof LockOutcome.Unknown)
        .extracting(LockOutcome::userId)
        .containsAll(bed.bapi.lockCounts().keySet());
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void auditOfAnIntent(Throwable thrown) {
    LockAudit audit = audit(() -> throwLater(thrown), () -> {});
    assertThat(run(LockOptions.builder().audit(audit))).isSameAs(thrown);
    expectNobodyIsLost();
    assertThat(bed.bapi.lockCounts()).hasSize(19);
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void auditOfAnOutcome(Throwable thrown) {
    LockAudit audit = audit(() -> {}, () -> throwLater(thrown));
    assertThat(run(LockOptions.builder().audit(audit))).isSameAs(thrown);
    expectNobodyIsLost();
    assertThat(written).hasSameSizeAs(outcomes);
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void auditOfAnOutcome_whenReadingFirst(Throwable thrown) {
    LockAudit audit = audit(() -> {}, () -> throwLater(thrown));
    LockOptionsBuilder reading = LockOptions.builder().audit(audit).readFirst(true);
    assertThat(run(reading.concurrency(4))).isSameAs(thrown);
    expectNobodyIsLost();
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void iterator_withOutcomesUnderWay(Throwable thrown) {
    bed.bapi.setLatency(Duration.ofMillis(20));
    Iterator<String> source = ids.stream().peek(id -> throwLater(thrown)).iterator();
    assertThat(run(bed.client(it -> it), source, LockOptions.builder())).isSameAs(thrown);
    expectNobodyIsLost();
    assertThat(outcomes).hasSize(19);
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void predicate_leavesTheIdItWasAskedAboutSkipped(Throwable thrown) {
    LockOptionsBuilder options =
        LockOptions.builder()
            .protect(
                id -> {
                  throwLater(thrown);
                  return false;
                });
    assertThat(run(options.readFirst(true))).isSameAs(thrown);
    expectNobodyIsLost();
    assertThat(outcomes)
        .filteredOn(it -> it.userId().equals("user_20"))
        .hasSize(1)
        .allMatch(Skipped.class::isInstance);
  }

  @Test
  void rateLimitWithAnError_endsTheRun() {
    AssertionError error = new AssertionError("the store is no more");
    expectRateLimitEndsTheRun(error, LockOptions.builder());
    assertThat(bed.bapi.lockCounts()).hasSize(19);
  }

  @Test
  void rateLimitWithAnUndeclaredException_endsTheRun() {
    expectRateLimitEndsTheRun(new IOException("the store"), LockOptions.builder());
  }

  @Test
  void rateLimitWithAnError_whileReading_endsTheRun() {
    calls.set(19);
    expectRateLimitEndsTheRun(new AssertionError("no"), LockOptions.builder().readFirst(true));
    assertThat(outcomes).isNotEmpty().allMatch(Skipped.class::isInstance);
  }

  @Test
  void rateLimitWithAnError_whileRevoking_keepsTheLocks() {
    ids.forEach(id -> bed.bapi.addSession(id, "sess_" + id));
    expectRateLimitEndsTheRun(
        new AssertionError("no"), LockOptions.builder().revokeSessions(true).concurrency(1));
    assertThat(outcomes)
        .anyMatch(
            it -> it instanceof LockOutcome.Locked locked && locked.sessionsError().isPresent());
  }

  private void expectRateLimitEndsTheRun(Throwable thrown, LockOptionsBuilder options) {
    ClerkClient clerk =
        bed.client(
            it ->
                it.rateLimit(
                    longestWait -> {
                      throwLater(thrown);
                      return Optional.of(Duration.ZERO);
                    }));
    assertThat(run(clerk, ids.iterator(), options)).isSameAs(thrown);
    expectNobodyIsLost();
  }

  @Test
  void listener_isTolerated() {
    LockOptionsBuilder options =
        LockOptions.builder()
            .onProgress(
                progress -> {
                  throw BulkThrownTest.<RuntimeException>sneaky(new IOException("a bar"));
                });
    Logger log = Logger.getLogger("dev.clerkbapi.bulk");
    log.setLevel(Level.OFF); // 201 stack traces otherwise
    try {
      assertThat(run(options)).isNull();
    } finally {
      log.setLevel(null);
    }
    assertThat(outcomes).hasSize(USERS).allMatch(LockOutcome.Locked.class::isInstance);
  }

  @Test
  void missingIds_areRefusedAtOnce() {
    BulkLock bulk = BulkLock.of(bed.client(it -> it));
    LockOptions options = LockOptions.defaults();
    assertThatThrownBy(() -> bulk.lockUsers((Iterator<String>) null, options))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> bulk.unlockUsers((Iterator<String>) null, options))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> bulk.lockUsers((Stream<String>) null, options))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> bulk.lockUsers((List<String>) null, options))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void nullAmongTheIds_endsTheRun() {
    List<String> withNull = new ArrayList<>(ids.subList(0, 10));
    withNull.add(null);
    assertThat(run(bed.client(it -> it), withNull.iterator(), LockOptions.builder()))
        .isInstanceOf(NullPointerException.class);
    assertThat(outcomes).hasSize(10);
  }
}
