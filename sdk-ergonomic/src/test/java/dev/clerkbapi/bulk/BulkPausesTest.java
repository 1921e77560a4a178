package dev.clerkbapi.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.bulk.LockOutcome.Skipped;
import dev.clerkbapi.testing.FakeFault;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An API that takes no requests for a while is waited for. */
class BulkPausesTest {
  private static final FakeFault UNAVAILABLE = FakeFault.error(503, "service_unavailable");

  private final BulkTestBed bed = new BulkTestBed();

  @AfterEach
  void close() {
    bed.close();
  }

  private static LockOptionsBuilder options() {
    return LockOptions.builder().concurrency(16);
  }

  private static FakeFault limited(int seconds) {
    return FakeFault.rateLimited(Duration.ofSeconds(seconds));
  }

  private ClerkClient intercepted(Interceptor interceptor) {
    OkHttpClient http = new OkHttpClient.Builder().addInterceptor(interceptor).build();
    return bed.client(it -> it.httpClient(http));
  }

  private static Response unavailable(Interceptor.Chain chain) {
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(503)
        .message("Service Unavailable")
        .body(ResponseBody.create("", MediaType.get("text/html")))
        .build();
  }

  @Nested
  class Waited {
    private void expectAllLocked(List<LockOutcome> outcomes, int count) {
      assertThat(outcomes).hasSize(count).allMatch(LockOutcome.Locked.class::isInstance);
      assertThat(bed.bapi.lockCounts()).hasSize(count);
    }

    @Test
    void rateLimitLongerThanACall_isWaitedForAndReported() {
      List<String> ids = bed.bapi.addUsers(200);
      bed.bapi.failNext(limited(45));
      expectAllLocked(bed.lock(ids, options()), 200);
      assertThat(bed.waits()).containsExactly(Duration.ofSeconds(45));
      assertThat(bed.pauses()).containsExactly("waiting 45 s: rate limit");
      assertThat(bed.end().pause()).isEmpty();
      assertThat(bed.bapi.lockCounts().values()).allMatch(it -> it == 1);
    }

    @Test
    void rateLimitOfAnHour_isAskedAboutAfterAMinute() {
      List<String> ids = bed.bapi.addUsers(200);
      bed.bapi.failNext(limited(3600));
      expectAllLocked(bed.lock(ids, options()), 200);
      assertThat(bed.waits()).containsExactly(Duration.ofSeconds(60));
    }

    @Test
    void unavailableService_isWaitedForLongerEachTime_withOneRequestAtATime() {
      List<String> ids = bed.bapi.addUsers(200);
      List<Integer> requests = Collections.synchronizedList(new ArrayList<>());
      bed.bapi.failAtRate(1, UNAVAILABLE);
      bed.onWait(
          () -> {
            requests.add(bed.bapi.requests().size());
            if (requests.size() == 7) {
              bed.bapi.failAtRate(0);
            }
          });
      expectAllLocked(bed.lock(ids, options()), 200);
      assertThat(bed.pauses())
          .containsExactly(
              "waiting 1 s: service unavailable",
              "waiting 2 s: service unavailable",
              "waiting 4 s: service unavailable",
              "waiting 8 s: service unavailable",
              "waiting 16 s: service unavailable",
              "waiting 32 s: service unavailable");
      // The requests that were under way at first have ended by the third wait or so.
      int attempts = 3;
      assertThat(requests.get(6) - requests.get(5)).isEqualTo(attempts);
    }

    @Test
    void noConnection_isWaitedFor() {
      List<String> ids = bed.bapi.addUsers(100);
      AtomicInteger waits = new AtomicInteger();
      bed.onWait(waits::incrementAndGet);
      ClerkClient clerk =
          intercepted(
              chain -> {
                if (waits.get() < 3) {
                  throw new ConnectException("refused");
                }
                return chain.proceed(chain.request());
              });
      expectAllLocked(bed.lock(clerk, ids, options()), 100);
      assertThat(bed.pauses()).contains("waiting 4 s: no connection");
    }

    @Test
    void userWhoWasNotSentForWantOfAPermit_isSentLater() {
      List<String> ids = bed.bapi.addUsers(100);
      AtomicInteger asked = new AtomicInteger();
      ClerkClient clerk =
          bed.client(
              it ->
                  it.rateLimit(
                      longestWait ->
                          asked.incrementAndGet() % 3 == 0
                              ? Optional.of(Duration.ZERO)
                              : Optional.empty()));
      expectAllLocked(bed.lock(clerk, ids, options()), 100);
      assertThat(bed.waits()).hasSizeGreaterThan(100).allMatch(Duration.ofSeconds(1)::equals);
      assertThat(bed.pauses()).isEmpty();
    }

    @Test
    void rateLimitThatFails_isWaitedFor() {
      List<String> ids = bed.bapi.addUsers(20);
      AtomicInteger asked = new AtomicInteger();
      ClerkClient clerk =
          bed.client(
              it ->
                  it.rateLimit(
                      longestWait -> {
                        if (asked.incrementAndGet() < 20) {
                          throw new IllegalStateException("the shared store is down");
                        }
                        return Optional.of(Duration.ZERO);
                      }));
      expectAllLocked(bed.lock(clerk, ids, options()), 20);
      assertThat(bed.pauses()).contains("waiting 1 s: rate limit");
    }

    @Test
    void readsAndSessions_areWaitedForToo() {
      List<String> ids = bed.bapi.addUsers(50);
      ids.forEach(id -> bed.bapi.addSession(id, "sess_" + id));
      bed.bapi.failNext(limited(45), FakeFault.delay(Duration.ZERO), limited(50));
      LockOptionsBuilder reading = options().readFirst(true).revokeSessions(true);
      List<LockOutcome> outcomes = bed.lock(ids, reading.concurrency(1));
      expectAllLocked(outcomes, 50);
      assertThat(outcomes).allMatch(it -> ((LockOutcome.Locked) it).sessionsRevoked() == 1);
      assertThat(bed.waits()).containsExactly(Duration.ofSeconds(45), Duration.ofSeconds(50));
    }

    @Test
    void lostResponseOfTheOneThatTries_isUnknownAndThePauseGoesOn() {
      List<String> ids = bed.bapi.addUsers(20);
      bed.bapi.failNext(limited(45));
      bed.bapi.failNext(3, FakeFault.reset());
      List<LockOutcome> outcomes = bed.lock(ids, options().concurrency(1));
      assertThat(outcomes).filteredOn(LockOutcome.Unknown.class::isInstance).hasSize(1);
      assertThat(bed.bapi.lockCounts()).hasSize(19);
      assertThat(bed.waits()).extracting(Duration::toSeconds).containsExactly(45L, 2L);
    }

    /** There are always others, however slow this one is, until its outcome is known. */
    @Test
    void oneUserWhoAlwaysFails_doesNotHoldUpTheOthers() {
      ClerkClient clerk =
          intercepted(
              chain ->
                  chain.request().url().encodedPath().contains("/user_7/")
                      ? unavailable(chain)
                      : chain.proceed(chain.request()));
      int bound = 20_000;
      Map<String, LockOutcome> outcomes = new HashMap<>();
      Iterator<String> others =
          IntStream.range(0, bound)
              .takeWhile(i -> !outcomes.containsKey("user_7"))
              .mapToObj(i -> "user_" + i)
              .iterator();
      LockOptions four = options().concurrency(4).build();
      try (var stream = new BulkLock(clerk, bed).lockUsers(others, four)) {
        stream.forEach(it -> outcomes.put(it.userId(), it));
      }
      assertThat(outcomes).hasSizeLessThan(bound);
      assertThat(outcomes.remove("user_7")).isInstanceOf(LockOutcome.Unknown.class);
      assertThat(outcomes.values()).allMatch(LockOutcome.NotFound.class::isInstance);
    }
  }

  @Nested
  class GivenUp {
    private Duration waited() {
      return bed.waits().stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Test
    void apiThatNeverTakesARequest_isGivenUp_andTheRestIsSkipped() {
      List<String> ids = bed.bapi.addUsers(500);
      bed.bapi.failAtRate(1, limited(45));
      List<LockOutcome> outcomes = bed.lock(ids, options());
      assertThat(outcomes)
          .isNotEmpty()
          .allMatch(it -> it instanceof Skipped s && s.reason() == Skipped.Reason.GAVE_UP);
      assertThat(waited()).isEqualTo(Duration.ofMinutes(10));
      assertThat(bed.end().unread()).hasValue(500L - outcomes.size());
      assertThat(bed.bapi.lockCounts()).isEmpty();
    }

    @Test
    void time_countsFromTheLastSuccess() {
      List<String> ids = bed.bapi.addUsers(10);
      bed.bapi.failNext(12, limited(45)); // 9 minutes, then one success
      bed.bapi.failNext(FakeFault.delay(Duration.ZERO));
      bed.bapi.failNext(12, limited(45));
      assertThat(bed.lock(ids, options().concurrency(1)))
          .hasSize(10)
          .allMatch(LockOutcome.Locked.class::isInstance);
    }

    @Test
    void lockThatMayHaveBeenCarriedOut_isUnknown() {
      List<String> ids = bed.bapi.addUsers(100);
      bed.bapi.failAtRate(1, UNAVAILABLE);
      LockOptionsBuilder soon = options().giveUpAfter(Duration.ofMinutes(1)).concurrency(4);
      List<LockOutcome> outcomes = bed.lock(ids, soon);
      // The time of the client's own attempts counts, too.
      assertThat(waited()).isBetween(Duration.ofSeconds(40), Duration.ofMinutes(1));
      assertThat(outcomes).filteredOn(LockOutcome.Unknown.class::isInstance).hasSize(4);
      assertThat(outcomes)
          .filteredOn(it -> !(it instanceof LockOutcome.Unknown))
          .isNotEmpty()
          .allMatch(Skipped.class::isInstance);
    }

    @Test
    void zero_givesUpAtTheFirst() {
      bed.bapi.failNext(limited(45));
      List<LockOutcome> outcomes =
          bed.lock(bed.bapi.addUsers(1), options().giveUpAfter(Duration.ZERO));
      assertThat(((Skipped) outcomes.get(0)).reason()).isEqualTo(Skipped.Reason.GAVE_UP);
      assertThat(bed.waits()).isEmpty();
    }

    @Test
    void negativeTime_isRefused() {
      assertThatThrownBy(() -> options().giveUpAfter(Duration.ofNanos(-1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class Ended {
    private Stream<LockOutcome> lockInRealTime(LockOptionsBuilder options) {
      bed.bapi.failAtRate(1, limited(45));
      return new BulkLock(bed.client(it -> it), BulkTime.SYSTEM)
          .lockUsers(bed.bapi.addUsers(10), options.concurrency(1).build());
    }

    private void expectAllSkipped(List<LockOutcome> outcomes) {
      assertThat(outcomes)
          .isNotEmpty()
          .allMatch(it -> it instanceof Skipped s && s.reason() == Skipped.Reason.ENDED);
    }

    @Test
    void closingTheStream_endsAPause() {
      AtomicReference<Stream<LockOutcome>> stream = new AtomicReference<>();
      stream.set(lockInRealTime(options().onProgress(it -> stream.get().close())));
      List<LockOutcome> outcomes = new ArrayList<>();
      Iterator<LockOutcome> iterator = stream.get().iterator();
      iterator.forEachRemaining(outcomes::add);
      expectAllSkipped(outcomes);
    }

    @Test
    void interruptingTheReader_endsAPause() {
      Thread reader = Thread.currentThread();
      List<LockOutcome> outcomes;
      try (var stream = lockInRealTime(options().onProgress(it -> reader.interrupt()))) {
        outcomes = stream.toList();
      }
      assertThat(Thread.interrupted()).isTrue();
      expectAllSkipped(outcomes);
    }

    @Test
    void keyThatIsNotValidAnyMore_endsAPause() {
      bed.bapi.failNext(limited(45), FakeFault.error(401, "clerk_key_invalid"));
      List<LockOutcome> outcomes = bed.lock(bed.bapi.addUsers(50), options());
      assertThat(outcomes).filteredOn(LockOutcome.Refused.class::isInstance).isNotEmpty();
      assertThat(bed.bapi.lockCounts().size()).isLessThan(50);
      assertThat(outcomes).filteredOn(Skipped.class::isInstance).isNotEmpty();
    }
  }
}
