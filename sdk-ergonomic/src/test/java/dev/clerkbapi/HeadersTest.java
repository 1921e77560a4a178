package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.TestApi;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that a view adds. */
class HeadersTest {
  private RawServer server;
  private ClerkClient clerk;

  @BeforeEach
  void start() throws IOException {
    server = new RawServer(RawServer.http("503 No", ""), RawServer.user());
    clerk = Fixtures.client(server.baseUrl()).build();
  }

  @AfterEach
  void stop() throws IOException {
    clerk.close();
    server.close();
  }

  @Test
  void headersOfAView_areInEveryAttemptAndInNoOtherCall() {
    ClerkClient view = clerk.with(o -> o.header("X-Shop", "7").header("X-Empty", ""));
    view.users().lockUser("user_1");
    clerk.users().lockUser("user_1");

    assertThat(server.requests()).hasSize(3);
    assertThat(server.requests().subList(0, 2))
        .allMatch(request -> request.contains("\nX-Shop: 7\n") && request.contains("\nX-Empty: "));
    assertThat(server.requests().get(2)).doesNotContain("X-Shop", "X-Empty");
  }

  @Test
  void viewOfAView_addsAndReplacesWhateverTheCase() {
    ClerkClient outer = clerk.with(o -> o.header("X-Shop", "7").header("X-Kept", "yes"));
    outer.with(o -> o.header("x-shop", "8").header("X-More", "1")).users().lockUser("user_1");
    outer.users().lockUser("user_1");

    assertThat(server.requests().get(1))
        .containsIgnoringCase("X-Shop: 8")
        .contains("X-Kept: yes", "X-More: 1")
        .doesNotContain(": 7\n");
    assertThat(server.requests().get(2)).contains("X-Shop: 7").doesNotContain("X-More");
  }

  @Test
  void headersOfTheClient_areInEveryCallAndAViewReplacesThem() {
    ClerkClientBuilder builder =
        Fixtures.client(server.baseUrl()).header("X-Shop", "7").header("X-Kept", "yes");
    try (ClerkClient client = builder.build()) {
      builder.header("X-Late", "no"); // Does not change a client that is built.
      client.users().lockUser("user_1");
      client.with(o -> o.header("x-shop", "8")).users().lockUser("user_1");
      client.users().lockUser("user_1");
    }
    assertThat(server.requests()).hasSize(4);
    assertThat(server.requests()).allMatch(request -> request.contains("X-Kept: yes"));
    assertThat(server.requests()).noneMatch(request -> request.contains("X-Late"));
    assertThat(server.requests().get(2)).containsIgnoringCase("X-Shop: 8").doesNotContain(": 7\n");
    assertThat(server.requests().get(3)).contains("X-Shop: 7");
  }

  @Test
  void headersOfTheClient_goToNoOtherOrigin() throws IOException {
    try (RawServer other = new RawServer(RawServer.user());
        ClerkClient client = Fixtures.client(server.baseUrl()).header("X-Shop", "7").build()) {
      client.call(client.api(TestApi.class).elsewhere(other.baseUrl() + "/things"));

      assertThat(other.requests().get(0)).doesNotContain("X-Shop");
    }
  }

  @Test
  void everyKindOfCall_hasThem() {
    ClerkClient view = clerk.with(o -> o.header("X-Shop", "7"));
    view.users().getUser("user_1");
    view.call(view.api(UsersApi.class).getUser("user_1"));
    view.call(clerk.api(UsersApi.class).getUser("user_1"));
    view.callAsync(view.api(UsersApi.class).getUser("user_1")).join();
    view.async(c -> c.users().getUser("user_1")).join();
    assertThat(view.withResponse(c -> c.users().getUser("user_1")).status()).isEqualTo(200);

    assertThat(server.requests()).hasSize(1 + 6).allMatch(it -> it.contains("X-Shop: 7"));
  }

  @Test
  void otherOrigin_getsNone() throws IOException {
    try (RawServer other = new RawServer(RawServer.user())) {
      ClerkClient view = clerk.with(o -> o.header("X-Shop", "7"));
      view.call(view.api(TestApi.class).elsewhere(other.baseUrl() + "/things"));

      assertThat(other.requests().get(0)).doesNotContain("X-Shop");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization,secretKey",
    "AUTHORIZATION,secretKey",
    "Clerk-API-Version,version",
    "User-Agent,userAgent",
    "Host,baseUrl",
    "Content-Type,body",
    "content-length,body",
    "Content-Encoding,body",
    "Transfer-Encoding,body",
    "Accept-Encoding,compresses",
    "Proxy-Authorization,proxyAuthenticator",
    "Connection,connection",
    "Expect,connection"
  })
  void headerOfTheSdk_isRefusedWithWhatToUseInstead(String name, String instead) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clerk.with(o -> o.header(name, "t0psecret")))
        .withMessageContainingAll(name, instead)
        .withMessageNotContaining("t0psecret");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClerkClient.builder().header(name, "t0psecret"))
        .withMessageContainingAll(name, instead)
        .withMessageNotContaining("t0psecret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "X Shop", "X-Shop:", "X-\u00e4", "X\r\nY", "X(1)", "X\u0000"})
  void impossibleName_isRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clerk.with(o -> o.header(name, "t0psecret")))
        .withMessageNotContaining("t0psecret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t0psecret\r\nX: y",
        "t0psecret\n",
        " t0psecret",
        "t0psecret\t",
        "t0p\u00e4",
        "\u007f"
      })
  void impossibleValue_isRefusedWithoutShowingIt(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clerk.with(o -> o.header("X-Shop", value)))
        .withMessageContaining("X-Shop")
        .withMessageNotContaining("t0p");
  }

  @Test
  void oddButPossible_isSent() {
    clerk
        .with(o -> o.header("!#$%&'*+-.^_`|~09", "a \t ~!\"\\ b").header("Cookie", "a=b"))
        .users()
        .lockUser("user_1");

    assertThat(server.requests().get(1))
        .contains("!#$%&'*+-.^_`|~09: a \t ~!\"\\ b", "Cookie: a=b");
  }

  @Test
  void nullNameOrValue_isRefused() {
    assertThatNullPointerException().isThrownBy(() -> clerk.with(o -> o.header(null, "1")));
    assertThatNullPointerException().isThrownBy(() -> clerk.with(o -> o.header("X-Shop", null)));
  }

  @Test
  void noText_showsAValue() {
    clerk.with(
        o -> {
          o.header("X-Shop", "t0psecret");
          Object options = o;
          assertThat(options.toString()).doesNotContain("t0psecret");
        });
    assertThat(clerk.with(o -> o.header("X-Shop", "t0psecret")).toString())
        .doesNotContain("t0psecret");
  }
}
