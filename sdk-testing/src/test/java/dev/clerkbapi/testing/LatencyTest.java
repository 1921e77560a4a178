package dev.clerkbapi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clerkbapi.testing.Caller.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LatencyTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  private FakeBapi bapi = FakeBapi.builder().latency(Duration.ofMillis(30)).start();
  private Caller caller = new Caller(bapi);

  @AfterEach
  void stop() {
    bapi.close();
  }

  @Test
  void responsesAndResets_areLate() {
    bapi.addUser("user_123");
    assertLate(() -> assertThat(caller.get("/users/user_123").status()).isEqualTo(200));
    assertLate(() -> assertThat(caller.get("/users/user_404").status()).isEqualTo(404));
    bapi.failNext(FakeFault.error(503, "service_unavailable"));
    assertLate(() -> assertThat(caller.get("/users").status()).isEqualTo(503));
    bapi.failNext(FakeFault.lostResponse());
    assertLate(
        () ->
            assertThatThrownBy(() -> caller.post("/users/user_123/lock"))
                .isInstanceOf(IOException.class));
    assertThat(bapi.isLocked("user_123")).isTrue();
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void assertLate(Step step) {
    long begin = System.nanoTime();
    try {
      step.run();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(30_000_000L);
  }

  @Test
  void delay_comesOnTop() {
    bapi.setLatency(Duration.ofMillis(15));
    bapi.failNext(FakeFault.delay(Duration.ofMillis(15)));
    assertLate(() -> assertThat(caller.get("/users").status()).isEqualTo(200));
  }

  @Test
  void lateResponses_holdNoThread() throws Exception {
    bapi.addUsers(200);
    bapi.setLatency(LONG);
    List<CompletableFuture<Reply>> late = locksOf(200);
    awaitLocked(200);
    bapi.setLatency(Duration.ZERO);
    assertThat(caller.postLater("/users/user_1/unlock").get(1, TimeUnit.MINUTES).status())
        .isEqualTo(200);
    assertThat(late).noneMatch(CompletableFuture::isDone);
  }

  @Test
  void close_endsWhatIsStillLate() throws Exception {
    assertThat(aThreadOfTheFakeIsAlive()).isTrue();
    bapi.addUsers(10);
    bapi.setLatency(LONG);
    List<CompletableFuture<Reply>> late = locksOf(10);
    awaitLocked(10);
    bapi.close();
    for (CompletableFuture<Reply> response : late) {
      assertThatThrownBy(() -> response.get(1, TimeUnit.MINUTES))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IOException.class);
    }
    assertThat(aThreadOfTheFakeIsAlive()).isFalse();
  }

  private static boolean aThreadOfTheFakeIsAlive() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("fake-bapi"));
  }

  private List<CompletableFuture<Reply>> locksOf(int users) {
    return IntStream.rangeClosed(1, users)
        .mapToObj(number -> caller.postLater("/users/user_" + number + "/lock"))
        .toList();
  }

  /** Requests are carried out at once; only their responses are late. */
  private void awaitLocked(int users) throws InterruptedException {
    for (int i = 0; bapi.lockCounts().size() < users; i++) {
      assertThat(i).as("of %s users are locked %s", users, bapi.lockCounts()).isLessThan(6000);
      Thread.sleep(10);
    }
  }

  @Test
  void range_isDrawnFromBothEndsIncluded_theSameForTheSameSeed() {
    Latency latency = new Latency(1);
    latency.set(Duration.ofMillis(3), Duration.ofMillis(5));
    List<Duration> drawn = Stream.generate(latency::next).limit(100).toList();
    assertThat(drawn.stream().map(Duration::toMillis))
        .contains(3L, 4L, 5L)
        .containsOnly(3L, 4L, 5L);
    Latency again = new Latency(1);
    again.set(Duration.ofMillis(3), Duration.ofMillis(5));
    assertThat(Stream.generate(again::next).limit(100).toList()).isEqualTo(drawn);
  }

  @Test
  void whatIsNoRange_isRefused() {
    Duration second = Duration.ofSeconds(1);
    FakeBapiBuilder builder = FakeBapi.builder();
    assertThatIllegalArgumentException().isThrownBy(() -> builder.latency(second, Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.latency(second.negated()));
    assertThatIllegalArgumentException().isThrownBy(() -> bapi.setLatency(Duration.ofDays(25)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bapi.setLatency(second.negated(), second));
  }
}
