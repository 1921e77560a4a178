package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.model.User;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@link ClerkClient#withResponse}: a call's value together with what is known of its response. */
class WithResponseTest {
  private static final RawServer.Response USER =
      RawServer.http("201 Created", Fixtures.USER, "cf-ray: ray_1");
  private static final RawServer.Response DOWN = RawServer.http("503 No", "", "cf-ray: ray_0");

  private final List<CallReport> reports = new CopyOnWriteArrayList<>();
  private RawServer server;
  private ClerkClient clerk;

  private void start(RawServer.Response... responses) throws IOException {
    server = new RawServer(responses);
    clerk = Fixtures.client(server.baseUrl()).callListener(reports::add).build();
  }

  @AfterEach
  void stop() throws IOException {
    clerk.close();
    server.close();
  }

  @Test
  void success_hasStatusTraceAndAttempts() throws IOException {
    start(USER);
    ClerkResponse<User> response = clerk.withResponse(c -> c.users().lockUser("user_1"));

    assertThat(response.value().id()).isEqualTo("user_123");
    assertThat(response.status()).isEqualTo(201);
    assertThat(response.traceId()).contains("ray_1");
    assertThat(response.attempts()).isEqualTo(1);
    assertThat(response.duration()).isZero();
  }

  @Test
  void successAfterARetry_isThatOfTheLastAttempt() throws IOException {
    start(DOWN, USER);
    ClerkResponse<User> response = clerk.withResponse(c -> c.users().lockUser("user_1"));

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.traceId()).contains("ray_1");
    assertThat(response.attempts()).isEqualTo(2);
    assertThat(response.duration()).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void responseWithoutRay_hasNoTrace() throws IOException {
    start(RawServer.user());

    assertThat(clerk.withResponse(c -> c.users().lockUser("user_1")).traceId()).isEmpty();
  }

  @Test
  void secondCall_isRefusedBeforeItIsSent() throws IOException {
    start(USER);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                clerk.withResponse(
                    c -> {
                      var unused = c.users().lockUser("user_1");
                      return c.users().getUser("user_1");
                    }));

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void optionsSetInside_keepTheCallRecorded() throws IOException {
    start(USER);
    ClerkResponse<User> response =
        clerk.withResponse(
            c -> c.with(o -> o.retryPolicy(RetryPolicy.none())).users().lockUser("user_1"));
    assertThat(response.status()).isEqualTo(201);
  }

  @Test
  void noCall_isMisuse() throws IOException {
    start(USER);
    assertThatIllegalStateException().isThrownBy(() -> clerk.withResponse(c -> "none"));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void callOnAnotherThread_isRefusedBeforeItIsSent() throws IOException {
    start(USER);
    assertThatIllegalStateException()
        .isThrownBy(
            () -> clerk.withResponse(c -> c.callAsync(c.api(UsersApi.class).getUser("user_1"))));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void exception_passesThrough() throws IOException {
    start(RawServer.http("404 No", Fixtures.error("resource_not_found")));
    assertThatThrownBy(() -> clerk.withResponse(c -> c.users().lockUser("user_1")))
        .isExactlyInstanceOf(ClerkApiException.NotFound.class);
  }

  @Test
  void listeners_areNotifiedToo() throws IOException {
    start(USER);
    var unused = clerk.withResponse(c -> c.users().lockUser("user_1"));

    assertThat(reports).extracting(CallReport::operation).containsExactly("lockUser");
  }

  @Test
  void laterCalls_areNotRecorded() throws IOException {
    start(USER);
    ClerkResponse<User> response = clerk.withResponse(c -> c.users().lockUser("user_1"));
    clerk.users().getUser("user_1");

    assertThat(response.status()).isEqualTo(201);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void viewWithOptions_keepsThem() throws IOException {
    start(DOWN, USER);
    assertThatThrownBy(
            () ->
                clerk
                    .with(o -> o.retryPolicy(RetryPolicy.none()))
                    .withResponse(c -> c.users().lockUser("user_1")))
        .isExactlyInstanceOf(ClerkApiException.Server.class);
    assertThat(server.requests()).hasSize(1);
  }
}
