package dev.clerkbapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.auth.fixtures.ApiServer;
import dev.clerkbapi.auth.fixtures.Sessions;
import dev.clerkbapi.auth.fixtures.SigningKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When the keys of an instance are fetched, by a clock that the tests move. */
@Timeout(60)
class KeySetTest {
  private static final SigningKey KEY = SigningKey.of("ins_1");
  private static final SigningKey NEXT = SigningKey.of("ins_2");
  private static final String GOOD = KEY.token(Sessions.claims());

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000); // Overflows soon.
  private ApiServer server;
  private ClerkClient client;

  @BeforeEach
  void start() {
    server = new ApiServer().keySet(KEY.keySet());
    client = server.client("sk_test_1").build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private TokenVerifier verifier() {
    return verifier(client);
  }

  private TokenVerifier verifier(ClerkClient with) {
    return TokenVerifier.builder()
        .client(with)
        .authorizedParties(Sessions.ORIGIN)
        .clock(Sessions.CLOCK)
        .nanoTime(nanos::get)
        .build();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static String outcome(TokenVerifier verifier, String token) {
    try {
      return verifier.verify(token).userId();
    } catch (TokenVerificationException e) {
      return e.reason().value();
    }
  }

  private static String unknown(int number) {
    Map<String, Object> header = KEY.header();
    header.put("kid", "invented_" + number);
    return KEY.token(header, Sessions.claims());
  }

  /** Waits for what happens on another thread; fails after a long time. */
  private static void eventually(Callable<Boolean> state) throws Exception {
    for (int i = 0; i < 2000; i++) {
      if (state.call()) {
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("did not happen");
  }

  private static List<String> together(int threads, Callable<String> task) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<String>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(
            pool.submit(
                () -> {
                  start.await();
                  return task.call();
                }));
      }
      start.countDown();
      List<String> results = new ArrayList<>();
      for (Future<String> one : running) {
        results.add(one.get(30, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void nothing_isFetchedBeforeTheFirstToken() {
    TokenVerifier verifier = verifier();
    assertThat(outcome(verifier, "garbage")).isEqualTo("token-invalid");
    assertThat(server.fetches()).isZero();
    assertThat(outcome(verifier, GOOD)).isEqualTo("user_1");
    assertThat(outcome(verifier, GOOD)).isEqualTo("user_1");
    assertThat(server.fetches()).isOne();
  }

  @Test
  void manyThreadsAtTheStart_fetchOnce() throws Exception {
    TokenVerifier verifier = verifier();
    assertThat(together(32, () -> outcome(verifier, GOOD))).hasSize(32).containsOnly("user_1");
    assertThat(server.fetches()).isOne();
  }

  @Test
  void inventedKids_causeOneFetchInThirtySeconds() {
    TokenVerifier verifier = verifier();
    for (int i = 0; i < 200; i++) {
      assertThat(outcome(verifier, unknown(i))).isEqualTo("jwk-kid-mismatch");
    }
    assertThat(server.fetches()).isEqualTo(2);
    pass(Duration.ofSeconds(29));
    assertThat(outcome(verifier, unknown(200))).isEqualTo("jwk-kid-mismatch");
    assertThat(server.fetches()).isEqualTo(2);
    pass(Duration.ofSeconds(1));
    assertThat(outcome(verifier, unknown(201))).isEqualTo("jwk-kid-mismatch");
    assertThat(server.fetches()).isEqualTo(3);
  }

  @Test
  void goodToken_passesWhileAnInventedKidIsLookedFor() throws Exception {
    TokenVerifier verifier = verifier();
    assertThat(outcome(verifier, GOOD)).isEqualTo("user_1");
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch response = new CountDownLatch(1);
    server.beforeResponse(
        () -> {
          asked.countDown();
          awaitQuietly(response);
        });
    ExecutorService one = Executors.newSingleThreadExecutor();
    Future<String> bad = one.submit(() -> outcome(verifier, unknown(1)));
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(outcome(verifier, GOOD)).isEqualTo("user_1"); // The response is still held back.
    assertThat(bad.isDone()).isFalse();
    response.countDown();
    assertThat(bad.get(20, TimeUnit.SECONDS)).isEqualTo("jwk-kid-mismatch");
    one.shutdownNow();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void rotatedKey_isFoundAtOnce() {
    TokenVerifier verifier = verifier();
    assertThat(outcome(verifier, GOOD)).isEqualTo("user_1");
    server.keySet(SigningKey.keySet(KEY.jwk(), NEXT.jwk()));
    assertThat(outcome(verifier, NEXT.token(Sessions.claims()))).isEqualTo("user_1");
    assertThat(outcome(verifier, GOOD)).isEqualTo("user_1");
    assertThat(server.fetches()).isEqualTo(2);
  }

  @Test
  void oldKeys_areRefreshedWithoutWaiting() throws Exception {
    TokenVerifier verifier = verifier();
    assertThat(outcome(verifier, GOOD)).isEqualTo("user_1");
    server.keySet(NEXT.keySet());
    CountDownLatch response = new CountDownLatch(1);
    server.beforeResponse(() -> awaitQuietly(response));
    pass(FetchPlan.REFRESH_AFTER.minusNanos(1));
    assertThat(outcome(verifier, GOOD)).isEqualTo("user_1");
    assertThat(server.fetches()).isOne();
    pass(Duration.ofNanos(1));
    for (int i = 0; i < 20; i++) {
      assertThat(outcome(verifier, GOOD)).isEqualTo("user_1"); // The response is held back.
    }
    response.countDown();
    eventually(() -> outcome(verifier, GOOD).equals("jwk-kid-mismatch")); // The key was removed.
    assertThat(outcome(verifier, NEXT.token(Sessions.claims()))).isEqualTo("user_1");
  }

  @Test
  void apiThatIsDown_leavesKnownKeysGoodForTwoHours() throws Exception {
    TokenVerifier verifier = verifier();
    assertThat(outcome(verifier, GOOD)).isEqualTo("user_1");
    server.respond(ApiServer.KEYS, 503, "{}");
    for (int minute = 1; minute < 100; minute++) {
      pass(Duration.ofMinutes(1));
      assertThat(outcome(verifier, GOOD)).isEqualTo("user_1");
    }
    eventually( // It keeps trying. A fetch may end late, so the time for another one must come.
        () -> {
          pass(Duration.ofMillis(500)); // 2,000 times are less than 20 minutes.
          assertThat(outcome(verifier, GOOD)).isEqualTo("user_1");
          return server.fetches() > 2;
        });
    pass(Duration.ofMinutes(21));
    assertThat(outcome(verifier, GOOD)).isEqualTo("jwk-remote-failed-to-load");
    server.keySet(KEY.keySet());
    pass(FetchPlan.LOAD_RETRY);
    assertThat(outcome(verifier, GOOD)).isEqualTo("user_1");
  }

  @Test
  void refreshThatFails_isTriedAgainAfterThirtySeconds() throws Exception {
    TokenVerifier verifier = verifier();
    assertThat(outcome(verifier, GOOD)).isEqualTo("user_1");
    server.respond(ApiServer.KEYS, 503, "{}");
    pass(FetchPlan.REFRESH_AFTER);
    assertThat(outcome(verifier, GOOD)).isEqualTo("user_1");
    eventually(() -> server.fetches() == 2);
    // Whether that one has ended is seen by the next one that starts.
    pass(FetchPlan.REFRESH_RETRY);
    eventually(
        () -> {
          assertThat(outcome(verifier, GOOD)).isEqualTo("user_1");
          return server.fetches() == 3;
        });
    for (int i = 0; i < 20; i++) {
      assertThat(outcome(verifier, GOOD)).isEqualTo("user_1");
    }
    assertThat(server.fetches()).isEqualTo(3);
  }

  @Test
  void apiThatIsDownAtTheStart_isNotAskedForEachToken() {
    server.respond(ApiServer.KEYS, 503, "{}");
    TokenVerifier verifier = verifier();
    for (int i = 0; i < 10; i++) {
      assertThat(outcome(verifier, GOOD)).isEqualTo("jwk-remote-failed-to-load");
    }
    assertThat(server.fetches()).isOne();
    pass(FetchPlan.LOAD_RETRY);
    server.keySet(KEY.keySet());
    assertThat(outcome(verifier, GOOD)).isEqualTo("user_1");
  }

  @Test
  void failures_sayWhoseTurnItIs() {
    server.respond(ApiServer.KEYS, 401, "{\"errors\":[{\"code\":\"clerk_key_invalid\"}]}");
    assertThat(outcome(verifier(), GOOD)).isEqualTo("secret-key-invalid");
    server.respond(ApiServer.KEYS, 0, "");
    assertThat(outcome(verifier(), GOOD)).isEqualTo("jwk-remote-failed-to-load");
    server.respond(ApiServer.KEYS, 200, "<html>");
    assertThat(outcome(verifier(), GOOD)).isEqualTo("jwk-remote-failed-to-load");
    server.respond(ApiServer.KEYS, 200, "{\"keys\":[]}");
    assertThat(outcome(verifier(), GOOD)).isEqualTo("jwk-remote-failed-to-load");
    client.close();
    assertThat(outcome(verifier(), GOOD)).isEqualTo("jwk-remote-failed-to-load");
  }

  @Test
  void interrupt_endsTheWaitAndIsRestored() throws Exception {
    CountDownLatch response = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    server.beforeResponse(
        () -> {
          asked.countDown();
          awaitQuietly(response);
        });
    TokenVerifier verifier = verifier();
    ExecutorService one = Executors.newSingleThreadExecutor();
    Future<String> waiting =
        one.submit(() -> outcome(verifier, GOOD) + " " + Thread.currentThread().isInterrupted());
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    one.shutdownNow(); // Interrupts.
    assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo("jwk-remote-failed-to-load true");
    response.countDown();
    assertThat(outcome(verifier, GOOD)).isEqualTo("user_1"); // That fetch went on, or is repeated.
  }

  @Test
  void keysForOtherPurposes_signNobodyIn() {
    for (Map.Entry<String, Object> wrong :
        Map.<String, Object>of(
                "use", "enc", "alg", "RS512", "kty", "EC", "key_ops", List.of("sign"))
            .entrySet()) {
      Map<String, Object> jwk = KEY.jwk();
      jwk.put(wrong.getKey(), wrong.getValue());
      server.keySet(SigningKey.keySet(jwk));
      assertThat(outcome(verifier(), GOOD)).as("%s", wrong).isEqualTo("jwk-remote-invalid");
      server.keySet(SigningKey.keySet(jwk, NEXT.jwk()));
      assertThat(outcome(verifier(), GOOD)).as("%s", wrong).isEqualTo("jwk-kid-mismatch");
    }
  }

  @Test
  void weakKey_signsNobodyIn() {
    SigningKey weak = SigningKey.of("ins_1", 1024);
    server.keySet(SigningKey.keySet(weak.jwk(), NEXT.jwk()));
    assertThat(outcome(verifier(), weak.token(Sessions.claims()))).isEqualTo("jwk-kid-mismatch");
  }

  @Test
  void keysThatShareAKid_signNobodyIn() {
    SigningKey twin = SigningKey.of("ins_1");
    Map<String, Object> useless = twin.jwk();
    useless.put("use", "enc");
    for (Map<String, Object> other : List.of(twin.jwk(), useless)) {
      server.keySet(SigningKey.keySet(KEY.jwk(), other, NEXT.jwk()));
      assertThat(outcome(verifier(), GOOD)).isEqualTo("jwk-kid-mismatch");
      server.keySet(SigningKey.keySet(other, KEY.jwk(), NEXT.jwk(), KEY.jwk()));
      assertThat(outcome(verifier(), GOOD)).isEqualTo("jwk-kid-mismatch");
    }
  }

  @Test
  void keyWithoutUseAndAlg_isGood() {
    Map<String, Object> jwk = KEY.jwk();
    jwk.remove("use");
    jwk.remove("alg");
    server.keySet(SigningKey.keySet(jwk));
    assertThat(outcome(verifier(), GOOD)).isEqualTo("user_1");
  }

  @Test
  void keysOfAnotherInstance_areNeverShared() {
    SigningKey foreign = SigningKey.of("ins_foreign");
    try (ApiServer other = new ApiServer().keySet(foreign.keySet());
        ClerkClient foreignClient = other.client("sk_test_2").build()) {
      String token = foreign.token(Sessions.claims());
      TokenVerifier theirs = verifier(foreignClient);
      TokenVerifier ours = verifier();
      assertThat(outcome(theirs, token)).isEqualTo("user_1");
      assertThat(outcome(ours, token)).isEqualTo("jwk-kid-mismatch");
      assertThat(outcome(theirs, GOOD)).isEqualTo("jwk-kid-mismatch");
      assertThat(outcome(ours, GOOD)).isEqualTo("user_1");
    }
  }

  @Test
  void viewOfAClient_hasKeysOfItsOwn() {
    assertThat(outcome(verifier(), GOOD)).isEqualTo("user_1");
    ClerkClient view = client.with(o -> o.timeout(Duration.ofSeconds(3)));
    assertThat(outcome(verifier(view), GOOD)).isEqualTo("user_1");
    assertThat(server.fetches()).isEqualTo(2);
  }

  @Test
  void keySet_leavesNoThreadBehind() throws Exception {
    TokenVerifier verifier = verifier();
    assertThat(outcome(verifier, GOOD)).isEqualTo("user_1");
    boolean anyOfOurs =
        Thread.getAllStackTraces().keySet().stream()
            .anyMatch(thread -> !thread.isDaemon() && thread.getName().contains("clerk"));
    assertThat(anyOfOurs).isFalse();
  }

  @Test
  void kidOfAnotherInstance_isExplainedWithoutListingKids() {
    TokenVerificationException refusal =
        catchThrowableOfType(TokenVerificationException.class, () -> verifier().verify(unknown(7)));
    assertThat(refusal)
        .hasMessageContaining("invented_7")
        .hasMessageContaining("another instance")
        .hasMessageNotContaining("ins_1");
  }
}
