package dev.clerkbapi.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.RetryPolicy;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.model.Organization;
import dev.clerkbapi.model.User;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams over pages: what they deliver, and what they ask for. */
class StreamTest {
  private static final int ALL = 1_050;

  private PageServer server;
  private ClerkClient clerk;

  @BeforeEach
  void start() throws IOException {
    server = new PageServer(ALL);
    clerk = ClerkClient.builder().secretKey("sk_test_stream").baseUrl(server.baseUrl()).build();
  }

  @AfterEach
  void stop() {
    clerk.close();
    server.close();
  }

  private Stream<User> users(int readAhead) {
    return clerk.with(o -> o.readAhead(readAhead)).users().streamUserList();
  }

  private static List<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "id_" + i).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4, 20})
  void allElements_comeOnceAndInOrder(int readAhead) {
    assertThat(users(readAhead).map(User::id)).containsExactlyElementsOf(ids(0, ALL));

    assertThat(server.offsets())
        .doesNotHaveDuplicates()
        .contains(0, 100, 1_000)
        .hasSizeBetween(11, 11 + readAhead);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 4})
  void listWithTotal_isNotAskedForMoreThanThereIs(int readAhead) {
    assertThat(
            clerk
                .with(o -> o.readAhead(readAhead))
                .organizations()
                .streamOrganizationList(p -> p.limit(350))
                .map(Organization::id))
        .containsExactlyElementsOf(ids(0, ALL));

    assertThat(server.offsets()).containsExactlyInAnyOrder(0, 350, 700);
  }

  @Test
  void callersLimitAndOffset_areThePageAndTheBeginning() {
    assertThat(clerk.users().streamUserList(p -> p.limit(500).offset(40)).map(User::id))
        .containsExactlyElementsOf(ids(40, ALL));

    assertThat(server.offsets()).contains(40, 540, 1_040);
  }

  @Test
  void listThatKnowsNoPages_isReadOnce() {
    server.ignorePaging();

    assertThat(users(2)).hasSize(ALL);
    assertThat(server.offsets()).containsExactly(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 4})
  void readerWhoStops_costsNoMoreThanWhatWasAskedForAhead(int readAhead) {
    try (Stream<User> users = users(readAhead)) {
      assertThat(users.limit(150)).hasSize(150);
    }

    assertThat(server.offsets()).hasSizeBetween(2, 2 + readAhead);
  }

  /** Holds up all but the first page, until the server is stopped. */
  private void holdUpLaterPages() {
    CountDownLatch never = new CountDownLatch(1);
    server.statuses(
        offset -> {
          if (offset > 0) {
            waitFor(never);
          }
          return 200;
        });
  }

  /** Held up on the server, so that all that was sent is there, however fast each was. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4})
  void readerOfTheFirstPage_hasAskedForThatManyMore(int readAhead) throws Exception {
    holdUpLaterPages();
    try (Stream<User> users = users(readAhead)) {
      assertThat(users.iterator().next().id()).isEqualTo("id_0");
      for (int i = 0; i < 200 && server.offsets().size() <= readAhead; i++) {
        Thread.sleep(50);
      }
      Thread.sleep(200); // For one more than that, which must not come.
      assertThat(server.offsets()).hasSize(1 + readAhead);
    }
  }

  @Test
  void unreadStream_sendsNothing() {
    try (Stream<User> users = users(4)) {
      assertThat(users).isNotNull();
    }
    assertThat(server.offsets()).isEmpty();
  }

  /** Each request waits for the others of its group, so that one after the other would not end. */
  @Test
  void pagesAhead_areUnderWayTogetherAndNoMoreThanThat() {
    Phaser groups = new Phaser(4);
    server.statuses(offset -> offset > 0 && offset <= 800 ? met(groups) : 200);

    assertThat(users(4).map(User::id)).containsExactlyElementsOf(ids(0, ALL));
    assertThat(server.mostUnderWay()).isEqualTo(4);
  }

  private static int met(Phaser group) {
    try {
      group.awaitAdvanceInterruptibly(group.arrive(), 20, TimeUnit.SECONDS);
      return 200;
    } catch (InterruptedException | TimeoutException e) {
      return 400;
    }
  }

  @Test
  void elementThatMovedToTheNextPage_comesOnce() {
    Iterator<User> users = users(0).iterator();
    List<String> seen = new ArrayList<>();
    while (users.hasNext()) {
      seen.add(users.next().id());
      if (seen.size() == 50) {
        server.insert("id_new");
      }
    }

    assertThat(seen).containsExactlyElementsOf(ids(0, ALL));
  }

  @Test
  void pageThatFails_failsInItsPlace() {
    server.statuses(offset -> offset == 300 ? 500 : 200);
    List<String> seen = new ArrayList<>();

    assertThatExceptionOfType(ClerkApiException.Server.class)
        .isThrownBy(
            () ->
                clerk
                    .with(o -> o.readAhead(4).retryPolicy(RetryPolicy.none()))
                    .users()
                    .streamUserList()
                    .forEach(user -> seen.add(user.id())));
    assertThat(seen).containsExactlyElementsOf(ids(0, 300));
    assertThat(server.offsets()).allMatch(offset -> offset <= 300 + 4 * 100);
  }

  @Test
  void pageThatFailsOnce_isRepeatedAndNothingIsLost() {
    AtomicBoolean failed = new AtomicBoolean();
    server.statuses(offset -> offset == 300 && failed.compareAndSet(false, true) ? 500 : 200);

    assertThat(users(2).map(User::id)).containsExactlyElementsOf(ids(0, ALL));
    assertThat(failed).isTrue();
  }

  @Test
  void closing_endsWhatIsUnderWay() throws Exception {
    CountDownLatch asked = new CountDownLatch(2);
    CountDownLatch never = new CountDownLatch(1);
    server.statuses(
        offset -> {
          if (offset > 0) {
            asked.countDown();
            waitFor(never);
          }
          return 200;
        });
    try (Stream<User> users = users(2)) {
      assertThat(users.iterator().next().id()).isEqualTo("id_0");
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(callThreadsEnd()).isTrue();
    assertThat(server.offsets()).hasSize(3);
  }

  /** They end by themselves once they are idle; one that waits for a response would not. */
  private static boolean callThreadsEnd() throws InterruptedException {
    for (int i = 0; i < 150; i++) {
      if (Thread.getAllStackTraces().keySet().stream()
          .noneMatch(thread -> thread.getName().startsWith("clerk-bapi-call-"))) {
        return true;
      }
      Thread.sleep(100);
    }
    return false;
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void readerInterruptedWhileItWaits_getsTheExceptionOfAnyCall() {
    holdUpLaterPages();
    Iterator<User> users = users(2).iterator();
    IntStream.range(0, 100).forEach(i -> users.next());
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(ClerkTransportException.class).isThrownBy(users::hasNext);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void streamInsideOfWithResponse_isRefusedAndNothingIsSent() {
    assertThatIllegalStateException()
        .isThrownBy(() -> clerk.withResponse(c -> c.users().streamUserList().limit(1).toList()))
        .withMessageContaining("page");
    assertThat(server.offsets()).isEmpty();
  }

  @Test
  void whatMakesNoPages_isRefusedAndNothingIsSent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clerk.users().streamUserList(p -> p.startingAfter("id_1")))
        .withMessageContaining("starting_after");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clerk.users().streamUserList(p -> p.limit(0)))
        .withMessageContaining("limit must be between 1 and 500");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> users(-1))
        .withMessageContaining("readAhead is -1");
    assertThat(server.offsets()).isEmpty();
  }
}
