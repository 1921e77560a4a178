package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.TestApi;
import dev.clerkbapi.fixtures.ThrowableText;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Cache;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A view with the key of another instance: what it shares with its client, and what not. */
class KeysOfViewsTest {
  private static final String OTHER = "sk_test_ofAnotherInstance";

  private final List<CallReport> reports = new CopyOnWriteArrayList<>();
  private final AtomicInteger permits = new AtomicInteger();
  private RawServer server;
  private ClerkClient clerk;
  private ClerkClient view;

  @BeforeEach
  void start() throws IOException {
    server = new RawServer(RawServer.user());
    clerk =
        Fixtures.client(server.baseUrl())
            .callListener(reports::add)
            .rateLimit(
                longest -> {
                  permits.incrementAndGet();
                  return Optional.of(Duration.ZERO);
                })
            .build();
    view = clerk.with(o -> o.secretKey(OTHER));
  }

  @AfterEach
  void stop() throws IOException {
    clerk.close();
    server.close();
  }

  private List<String> keys() {
    return server.requests().stream()
        .map(it -> it.replaceAll("(?s).*Authorization: Bearer (\\S+).*", "$1"))
        .toList();
  }

  @Test
  void everyKindOfCall_carriesTheKeyOfTheView() throws IOException {
    view.users().lockUser("user_1");
    view.call(view.api(UsersApi.class).getUser("user_1"));
    view.callAsync(view.api(UsersApi.class).getUser("user_1")).join();
    view.async(c -> c.users().getUser("user_1")).join();
    assertThat(view.withResponse(c -> c.users().getUser("user_1")).status()).isEqualTo(200);
    assertThat(view.api(UsersApi.class).getUser("user_1").execute().code()).isEqualTo(200);
    view.with(o -> o.timeout(Duration.ofSeconds(9))).users().getUser("user_1");
    assertThat(view.users().streamUserList()).isEmpty();
    assertThat(keys()).hasSize(8).containsOnly(OTHER);

    clerk.users().lockUser("user_1");
    view.with(o -> o.secretKey(Fixtures.KEY)).users().lockUser("user_1");
    assertThat(keys()).hasSize(10).endsWith(Fixtures.KEY, Fixtures.KEY);
  }

  @Test
  void connectionsAndListeners_areShared() {
    clerk.users().lockUser("user_1");
    view.users().lockUser("user_1");

    assertThat(server.connections()).isEqualTo(1);
    assertThat(reports).hasSize(2);
  }

  @Test
  void callForAnotherKey_isRefusedBeforeItIsSent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> view.call(clerk.api(UsersApi.class).getUser("user_1")))
        .withMessageContaining("api(Class)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clerk.callAsync(view.api(UsersApi.class).getUser("user_1")));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void viewWithTheSameKey_takesTheClientsCalls() {
    ClerkClient same = clerk.with(o -> o.secretKey(Fixtures.KEY));

    assertThat(same.call(clerk.api(UsersApi.class).getUser("user_1")).id()).isEqualTo("user_123");
    assertThat(permits).as("its rate limit too").hasValue(1);
  }

  @Test
  void rateLimit_isNotShared() {
    view.users().lockUser("user_1");
    assertThat(permits).hasValue(0);

    List<Duration> asked = new ArrayList<>();
    ClerkClient limited =
        clerk.with(
            o ->
                o.rateLimit(
                        longest -> {
                          asked.add(longest);
                          return Optional.of(Duration.ZERO);
                        })
                    .secretKey(OTHER));
    limited.users().lockUser("user_1");
    assertThat(asked).hasSize(1);
    assertThat(permits).hasValue(0);
  }

  @Test
  void pacedView_hasTheBudgetOfItsOwnKey() throws IOException {
    FakeEnvironment environment = new FakeEnvironment();
    try (ClerkClient client = Fixtures.client(server.baseUrl(), environment).build()) {
      ClerkClient live = client.with(o -> o.paced().secretKey("sk_live_other"));
      ClerkClient test = client.with(CallOptions::paced);
      for (int i = 0; i < 8; i++) {
        live.users().lockUser("user_1"); // 10 of a burst, where a test key has 4.
      }
      assertThat(environment.sleeps()).isEmpty();
      for (int i = 0; i < 4; i++) {
        test.users().lockUser("user_1");
      }
      assertThat(environment.sleeps()).as("8 permits of the other key are none of these").isEmpty();
    }
  }

  @Test
  void pauseAfter429_isThatOfTheKey() throws IOException {
    FakeEnvironment environment = new FakeEnvironment();
    try (RawServer limiting =
            RawServer.byRequest(
                request ->
                    request.contains(OTHER)
                        ? RawServer.http("429 No", "", "Retry-After: 50")
                        : RawServer.user());
        ClerkClient client =
            Fixtures.client(limiting.baseUrl(), environment)
                .retryPolicy(RetryPolicy.none())
                .build()) {
      ClerkClient held = client.with(o -> o.secretKey(OTHER));
      assertThat(catchThrowable(() -> held.users().lockUser("user_1")))
          .isInstanceOf(ClerkApiException.RateLimited.class);
      assertThat(client.users().lockUser("user_1").id()).isEqualTo("user_123");
      assertThat(environment.sleeps()).isEmpty();

      ClerkClient ofTheView = held.with(o -> o.timeout(Duration.ofSeconds(9)));
      assertThat(catchThrowable(() -> ofTheView.users().lockUser("user_1")))
          .as("held back, not sent")
          .isInstanceOf(ClerkApiException.RateLimited.class);
      assertThat(limiting.requests()).hasSize(2);
    }
  }

  @Test
  void closingTheClient_endsTheView() {
    view.users().lockUser("user_1");
    view.close();
    assertThat(view.users().lockUser("user_1").id()).isEqualTo("user_123");

    clerk.close();
    assertThat(catchThrowable(() -> view.users().lockUser("user_1")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void cacheOfTheCallersHttpClient_isNotUsed(@TempDir File folder) throws IOException {
    try (RawServer cacheable =
            RawServer.byRequest(
                request ->
                    RawServer.http(
                        "200 OK",
                        "{\"id\":\"" + (request.contains(OTHER) ? "theirs" : "ours") + "\"}",
                        "Cache-Control: public, max-age=600"));
        Cache cache = new Cache(folder, 1 << 20);
        ClerkClient client =
            Fixtures.client(cacheable.baseUrl())
                .httpClient(new OkHttpClient.Builder().cache(cache).build())
                .build()) {
      assertThat(client.users().getUser("user_1").id()).isEqualTo("ours");
      assertThat(client.with(o -> o.secretKey(OTHER)).users().getUser("user_1").id())
          .isEqualTo("theirs");
    }
  }

  @Test
  void somethingElse_isRefusedAsByTheBuilder() {
    for (String wrong : List.of("", "pk_test_t0p", "ak_t0p", "sk_test_t0p\n")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> clerk.with(o -> o.secretKey(wrong)))
          .withMessageContaining("secretKey")
          .withMessageNotContaining("t0p");
    }
  }

  /** One key is the beginning of the other. */
  @Test
  void noKeyOfClientOrView_isInAMessage() throws IOException {
    String longer = Fixtures.KEY + "AndMore";
    String all = Fixtures.KEY + " " + longer;
    for (RawServer.Response echo :
        List.of(
            RawServer.http("400 No", all, "cf-ray: " + all),
            RawServer.http("200 OK", all),
            RawServer.cutOff("HTTP/1.1 " + all + "\r\n"))) {
      try (RawServer echoing = new RawServer(echo);
          ClerkClient client = Fixtures.client(echoing.baseUrl()).build()) {
        ClerkClient other = client.with(o -> o.secretKey(longer));
        String text = ThrowableText.of(catchThrowable(() -> other.users().lockUser("user_1")));
        assertThat(text).doesNotContain(Fixtures.KEY).doesNotContain("AndMore");
      }
    }
  }

  @Test
  void otherOrigin_getsNoKeyOfTheView() throws IOException {
    try (RawServer other = new RawServer(RawServer.user())) {
      view.call(view.api(TestApi.class).elsewhere(other.baseUrl() + "/things"));
      assertThat(other.requests().get(0)).doesNotContain("Authorization").doesNotContain("sk_");
    }
  }

  @Test
  void limitOfRequestsAtOnce_isShared() throws Exception {
    try (RawServer silent = new RawServer(RawServer.silence());
        ClerkClient client = Fixtures.client(silent.baseUrl()).build()) {
      for (int i = 0; i < ClerkClient.MAX_CONCURRENT_REQUESTS; i++) {
        var unused = client.callAsync(client.api(UsersApi.class).getUser("user_1"));
      }
      for (int i = 0; i < 600 && silent.requests().size() < 64; i++) {
        Thread.sleep(50);
      }
      ClerkClient other = client.with(o -> o.secretKey(OTHER).timeout(Duration.ofMillis(50)));
      Throwable thrown = catchThrowable(() -> other.users().getUser("user_1"));
      assertThat(((ClerkTransportException) thrown).reason())
          .isEqualTo(ClerkTransportException.Reason.LIMIT);
      assertThat(silent.requests()).hasSize(64);
    }
  }
}
