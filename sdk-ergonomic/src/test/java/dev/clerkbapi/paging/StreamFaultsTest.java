package dev.clerkbapi.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.TestClients;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.model.User;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a stream makes of a page that fails, and what reading ahead is worth. */
class StreamFaultsTest {
  private static final int ALL = 4_050;
  private static final int LATER_PAGES = 40;
  private static final int FAILING = 500;

  private PageServer server;
  private ClerkClient clerk;

  @BeforeEach
  void start() throws IOException {
    server = new PageServer(ALL);
    clerk =
        TestClients.with(
                new FakeEnvironment(),
                ClerkClient.builder().secretKey("sk_test_stream").baseUrl(server.baseUrl()))
            .build();
  }

  @AfterEach
  void stop() {
    clerk.close();
    server.close();
  }

  private Stream<User> users(int readAhead) {
    return clerk.with(o -> o.readAhead(readAhead)).users().streamUserList();
  }

  private static List<String> ids(int to) {
    return IntStream.range(0, to).mapToObj(i -> "id_" + i).toList();
  }

  private int requestsForFailing() {
    return Collections.frequency(server.offsets(), FAILING);
  }

  @ParameterizedTest
  @CsvSource({"500,0", "500,2", "500,4", "429,0", "429,2", "429,4", "0,0", "0,2", "0,4"})
  void pageThatFailsOnce_isRepeatedAndNothingIsLostOrTwice(int status, int readAhead) {
    AtomicInteger requests = new AtomicInteger();
    server.statuses(offset -> offset == FAILING && requests.incrementAndGet() == 1 ? status : 200);

    assertThat(users(readAhead).map(User::id)).containsExactlyElementsOf(ids(ALL));
    assertThat(requestsForFailing()).isEqualTo(2);
    assertThat(server.offsets()).hasSizeBetween(42, 42 + readAhead);
  }

  @ParameterizedTest
  @CsvSource({
    "404,0,1", "404,4,1", "403,0,1", "403,4,1", "500,0,3", "500,4,3", "429,2,3", "0,0,3", "0,4,3"
  })
  void pageThatFailsForGood_failsOnceInItsPlaceAndAllBeforeIsDelivered(
      int status, int readAhead, int attempts) {
    server.statuses(offset -> offset == FAILING ? status : 200);
    List<String> seen = new ArrayList<>();
    try (Stream<User> stream = users(readAhead)) {
      Iterator<User> users = stream.iterator();
      Throwable thrown = catchThrowable(() -> users.forEachRemaining(user -> seen.add(user.id())));

      assertThat(seen).containsExactlyElementsOf(ids(FAILING));
      assertThat(thrown)
          .isInstanceOf(status == 0 ? ClerkTransportException.class : ClerkApiException.class);
      assertThat(thrown.getSuppressed()).hasSize(attempts - 1);
      assertThat(users.hasNext()).as("the exception comes once").isFalse();
    }
    assertThat(requestsForFailing()).isEqualTo(attempts);
    assertThat(server.offsets()).allMatch(offset -> offset <= FAILING + readAhead * 100);
  }

  /**
   * The server responds to pages after the first only when four requests are there. One after the
   * other, the list takes 41 times the latency; now it takes that of the first page and ten groups.
   */
  @Test
  void readingAheadFour_waitsLessThanAThirdAsOften() {
    AtomicInteger waits = new AtomicInteger();
    CyclicBarrier four = new CyclicBarrier(4, waits::incrementAndGet);
    server.statuses(offset -> offset > 0 && offset <= LATER_PAGES * 100 ? met(four) : 200);

    assertThat(users(4).map(User::id)).containsExactlyElementsOf(ids(ALL));
    assertThat(server.mostUnderWay()).isEqualTo(4);
    assertThat(3 * (1 + waits.get())).isLessThanOrEqualTo(1 + LATER_PAGES);
  }

  private static int met(CyclicBarrier group) {
    try {
      group.await(20, TimeUnit.SECONDS);
      return 200;
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      return 400;
    }
  }

  /** Printed only: how fast a machine is, no test can know. */
  @Test
  void latencyOf100Milliseconds_isPrinted() {
    server.statuses(
        offset -> {
          sleep();
          return 200;
        });
    Duration oneByOne = timeOf(0);
    Duration ahead = timeOf(4);
    System.out.printf(
        "2,000 users at 100 ms a page: %d ms one by one, %d ms four ahead, %.1f times as fast%n",
        oneByOne.toMillis(), ahead.toMillis(), (double) oneByOne.toNanos() / ahead.toNanos());
  }

  private Duration timeOf(int readAhead) {
    long start = System.nanoTime();
    try (Stream<User> users = users(readAhead)) {
      assertThat(users.limit(2_000)).hasSize(2_000);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static void sleep() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
