package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkDecodingException;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.TestApi;
import dev.clerkbapi.model.User;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
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
  void headersAndBody_areThoseOfTheResponse() throws IOException {
    String body = " {\"id\":\"\u00fcser\",\"unknown\" : [1.0]}\n";
    start(
        RawServer.http("200 OK", body, "CF-Ray: ray_1", "X-Many: a", "x-many: b", "X-Empty:"),
        RawServer.user());
    ClerkResponse<User> response = clerk.withResponse(c -> c.users().getUser("user_1"));

    assertThat(response.rawJson()).contains(body);
    assertThat(response.value().id()).isEqualTo("\u00fcser");
    assertThat(response.header("cf-ray")).contains("ray_1");
    assertThat(response.header("CONTENT-TYPE")).contains("application/json");
    assertThat(response.header("x-empty")).contains("");
    assertThat(response.header("x-none")).isEmpty();
    assertThat(response.headers()).containsEntry("x-MANY", List.of("a", "b"));
    assertThat(response.toString()).doesNotContain("ray_1").doesNotContain("1.0");
  }

  @Test
  void headers_areImmutable() throws IOException {
    start(RawServer.http("200 OK", Fixtures.USER, "X-Many: a"));
    Map<String, List<String>> headers =
        clerk.withResponse(c -> c.users().getUser("user_1")).headers();

    assertThatThrownBy(headers::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> headers.get("x-many").add("b"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void headersAndBodyAfterARetry_areThoseOfTheLastAttempt() throws IOException {
    start(RawServer.http("503 No", "down", "X-Node: 1"), RawServer.http("200 OK", Fixtures.USER));
    ClerkResponse<User> response = clerk.withResponse(c -> c.users().getUser("user_1"));

    assertThat(response.header("x-node")).isEmpty();
    assertThat(response.rawJson()).contains(Fixtures.USER);
  }

  @Test
  void responseWithoutBody_hasNoJson() throws IOException {
    start(RawServer.bytes("HTTP/1.1 204 No\r\nX-Node: 1\r\n\r\n"));
    ClerkResponse<Object> response =
        clerk.withResponse(c -> c.call(c.api(TestApi.class).nothing()));

    assertThat(response.rawJson()).isEmpty();
    assertThat(response.header("X-Node")).contains("1");
  }

  /** Retrofit itself would not read it. */
  @Test
  void bodyOfAnOperationThatPromisesNone_isThereToo() throws IOException {
    start(RawServer.http("200 OK", "{\"ok\":true}"));
    ClerkResponse<Object> response =
        clerk.withResponse(c -> c.call(c.api(TestApi.class).nothing()));

    assertThat(response.rawJson()).contains("{\"ok\":true}");
  }

  @Test
  void bodyThatIsTooLarge_isRefusedAsOutside() throws IOException {
    server = new RawServer(RawServer.http("200 OK", " ".repeat(1_001)));
    clerk = Fixtures.client(server.baseUrl()).maxResponseBytes(1_000).build();

    assertThatThrownBy(() -> clerk.withResponse(c -> c.users().getUser("user_1")))
        .isExactlyInstanceOf(ClerkDecodingException.class)
        .hasMessageContaining("1000");
    assertThat(
            catchThrowableOfType(
                    ClerkDecodingException.class, () -> clerk.users().getUser("user_1"))
                .getMessage())
        .contains("1000");
  }

  @Test
  void echoedKey_isInNoHeader() throws IOException {
    start(RawServer.http("200 OK", Fixtures.USER, "X-Key: " + Fixtures.KEY, Fixtures.KEY + ": 1"));
    ClerkResponse<User> response = clerk.withResponse(c -> c.users().getUser("user_1"));

    assertThat(response.header("X-Key")).contains("***");
    assertThat(response.headers().toString()).doesNotContain(Fixtures.KEY);
  }

  @Test
  void errorThatTheFunctionHandles_isTheResponse() throws IOException {
    start(RawServer.http("404 No", Fixtures.error("resource_not_found"), "X-Node: 1"));
    ClerkResponse<String> response =
        clerk.withResponse(
            c -> {
              try {
                return c.users().getUser("user_1").id();
              } catch (ClerkApiException.NotFound e) {
                return "none";
              }
            });

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.header("X-Node")).contains("1");
    assertThat(response.value()).isEqualTo("none");
  }

  @Test
  void secondCallAfterAFailedOne_isRefusedToo() throws IOException {
    start(RawServer.http("404 No", Fixtures.error("resource_not_found")));
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                clerk.withResponse(
                    c -> {
                      assertThatThrownBy(() -> c.users().getUser("user_1")).isNotNull();
                      return c.users().getUser("user_1");
                    }));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void twoThreadsInside_sendOneCallAndTheOtherIsRefused() throws IOException {
    start(USER);
    List<Throwable> refused = new CopyOnWriteArrayList<>();
    ClerkResponse<List<String>> response =
        clerk.withResponse(
            c ->
                Stream.of("user_1", "user_2")
                    .map(
                        id ->
                            CompletableFuture.supplyAsync(() -> c.users().getUser(id).id())
                                .handle(
                                    (value, error) -> {
                                      if (error != null) {
                                        refused.add(error.getCause());
                                      }
                                      return String.valueOf(value);
                                    }))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList());

    assertThat(response.value()).containsExactlyInAnyOrder("user_123", "null");
    assertThat(refused).hasSize(1).hasOnlyElementsOfType(IllegalStateException.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void callThatIsStillUnderWay_isMisuse() throws Exception {
    start(RawServer.silence());
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                clerk.withResponse(
                    c -> {
                      var unused = CompletableFuture.supplyAsync(() -> c.users().getUser("user_1"));
                      try {
                        server.awaitRequest();
                      } catch (InterruptedException e) {
                        throw new AssertionError(e);
                      }
                      return "early";
                    }))
        .withMessageContaining("not ended");
  }

  @Test
  void withResponseInside_isRefusedBeforeItIsSent() throws IOException {
    start(USER);
    assertThatIllegalStateException()
        .isThrownBy(
            () -> clerk.withResponse(c -> c.withResponse(d -> d.users().getUser("user_1"))));
    assertThatIllegalStateException()
        .isThrownBy(() -> clerk.withResponse(c -> c.async(d -> d.users().getUser("user_1"))))
        .withMessageContaining("waits for its response");
    assertThat(server.requests()).isEmpty();
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
