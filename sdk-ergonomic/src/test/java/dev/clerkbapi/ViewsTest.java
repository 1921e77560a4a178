package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.errors.ClerkTransportException.Reason;
import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.internal.engine.CallSettings;
import dev.clerkbapi.internal.engine.Settings;
import dev.clerkbapi.internal.http.HttpSettings;
import dev.clerkbapi.internal.support.Credentials;
import dev.clerkbapi.model.User;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@link ClerkClient#with}: other options for some calls, on the same connections and limits. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ViewsTest {
  private static final RawServer.Response DOWN = RawServer.http("503 No", "");

  private final List<Duration> asked = new ArrayList<>();

  /** Always has a permit, and remembers for how long each attempt would have waited. */
  private final RateLimit recording =
      longest -> {
        asked.add(longest);
        return Optional.of(Duration.ZERO);
      };

  private RawServer server;
  private ClerkClient clerk;

  @BeforeEach
  void start() throws IOException {
    server = new RawServer(RawServer.user());
    clerk = Fixtures.client(server.baseUrl()).rateLimit(recording).build();
  }

  @AfterEach
  void stop() throws IOException {
    clerk.close();
    server.close();
  }

  @Test
  void timeout_isThatOfTheView() {
    clerk.with(o -> o.timeout(Duration.ofSeconds(2))).users().lockUser("user_1");
    clerk.users().lockUser("user_1");

    assertThat(asked).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(30));
  }

  @Test
  void retryPolicy_isThatOfTheView() throws IOException {
    try (RawServer down = new RawServer(DOWN);
        ClerkClient client = Fixtures.client(down.baseUrl()).build()) {
      lock(client.with(o -> o.retryPolicy(RetryPolicy.none())));
      assertThat(down.requests()).hasSize(1);

      lock(client);
      assertThat(down.requests()).hasSize(1 + 3);
    }
  }

  @Test
  void rateLimit_takesThePlaceOfTheClients() {
    Throwable thrown = lock(clerk.with(o -> o.rateLimit(longest -> Optional.empty())));

    assertThat(((ClerkTransportException) thrown).reason()).isEqualTo(Reason.LIMIT);
    assertThat(asked).isEmpty();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void viewOfAView_keepsWhatItDoesNotChange() throws IOException {
    try (RawServer down = new RawServer(DOWN);
        ClerkClient client = Fixtures.client(down.baseUrl()).rateLimit(recording).build()) {
      ClerkClient once = client.with(o -> o.retryPolicy(RetryPolicy.none()));
      lock(once.with(o -> o.timeout(Duration.ofSeconds(2))));

      assertThat(down.requests()).hasSize(1);
      assertThat(asked).containsExactly(Duration.ofSeconds(2));
    }
  }

  @Test
  void pacedViews_shareOneBudget() {
    AtomicInteger budgets = new AtomicInteger();
    AtomicInteger permits = new AtomicInteger();
    try (ClerkClient client = client(budgets, permits)) {
      client.users().lockUser("user_1");
      assertThat(budgets).as("made when it is needed").hasValue(0);

      client.with(CallOptions::paced).users().lockUser("user_1");
      client.with(o -> o.timeout(Duration.ofSeconds(2)).paced()).users().lockUser("user_1");

      assertThat(budgets).hasValue(1);
      assertThat(permits).hasValue(2);
    }
  }

  @Test
  void pacedWhereThereIsARateLimit_keepsToThat() {
    clerk.with(CallOptions::paced).users().lockUser("user_1");
    clerk.with(o -> o.rateLimit(recording).paced()).users().lockUser("user_1");

    assertThat(asked).hasSize(2);
  }

  @Test
  void view_usesTheConnectionsOfTheClient() {
    clerk.users().lockUser("user_1");
    clerk.with(o -> o.timeout(Duration.ofSeconds(20))).users().lockUser("user_1");

    assertThat(server.requests()).hasSize(2);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void closingAView_closesNothing() {
    ClerkClient view = clerk.with(o -> o.timeout(Duration.ofSeconds(20)));
    view.close();

    assertThat(view.users().lockUser("user_1").id()).isEqualTo("user_123");
    assertThat(clerk.users().lockUser("user_1").id()).isEqualTo("user_123");
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void closingTheClient_endsACallOfAView() throws Exception {
    try (RawServer silent = new RawServer(RawServer.silence())) {
      ClerkClient client = Fixtures.client(silent.baseUrl()).build();
      ClerkClient view = client.with(o -> o.timeout(Duration.ofHours(1)));
      CompletableFuture<User> call =
          CompletableFuture.supplyAsync(() -> view.users().lockUser("user_1"));
      silent.awaitRequest();
      client.close();

      ExecutionException e = catchThrowableOfType(ExecutionException.class, call::get);
      assertThat(((ClerkTransportException) e.getCause()).reason()).isEqualTo(Reason.CLOSED);
      assertThatIllegalStateException().isThrownBy(() -> view.users().lockUser("user_1"));
    }
  }

  @Test
  void impossibleOptions_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clerk.with(o -> o.timeout(Duration.ZERO)));
  }

  @Test
  void asyncCall_keepsToTheView() throws IOException {
    try (RawServer down = new RawServer(DOWN);
        ClerkClient client = Fixtures.client(down.baseUrl()).build()) {
      ClerkClient once = client.with(o -> o.retryPolicy(RetryPolicy.none()));
      Throwable thrown =
          catchThrowable(
              () ->
                  once.callAsync(once.api(dev.clerkbapi.api.UsersApi.class).lockUser("user_1"))
                      .join());

      assertThat(thrown).hasCauseExactlyInstanceOf(ClerkApiException.Server.class);
      assertThat(down.requests()).hasSize(1);
    }
  }

  private static Throwable lock(ClerkClient client) {
    return catchThrowable(() -> client.users().lockUser("user_1"));
  }

  /** A client without a rate limit; counts the budgets that are made for pacing, and their use. */
  private ClerkClient client(AtomicInteger budgets, AtomicInteger permits) {
    FakeEnvironment environment = new FakeEnvironment();
    HttpUrl url = HttpUrl.get(server.baseUrl() + "/");
    return new ClerkClient(
        new Settings(
            new Credentials(Fixtures.KEY, null),
            new HttpSettings(url, null, 1 << 20, null, null, null, "", environment.clock()),
            CallSettings.of(Duration.ofSeconds(30).toNanos(), 1, null, Map.of()),
            credentials -> {
              budgets.incrementAndGet();
              return longest -> {
                permits.incrementAndGet();
                return 0;
              };
            },
            null,
            environment));
  }
}
