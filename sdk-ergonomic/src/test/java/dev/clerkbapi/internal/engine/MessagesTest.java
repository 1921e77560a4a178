package dev.clerkbapi.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.ClerkClientBuilder;
import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.model.User;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import retrofit2.Call;

/** What the messages of failed calls say; no other test compares these texts. */
class MessagesTest {
  private static final String LOCK = " (POST /users/{user_id}/lock)";
  private static final Duration SHORT = Duration.ofMillis(300);

  private final FakeEnvironment environment = new FakeEnvironment();

  @AfterEach
  void clearFlag() {
    Thread.interrupted();
  }

  @Test
  void noConnection_namesTheCause() throws IOException {
    int free;
    try (RawServer server = new RawServer(RawServer.user())) {
      free = server.port();
    }
    try (ClerkClient clerk = Fixtures.client("http://127.0.0.1:" + free + "/v1").build()) {
      assertThat(lock(clerk))
          .hasMessageStartingWith("no connection: java.net.ConnectException: ")
          .hasMessageEndingWith(LOCK);
    }
  }

  @Test
  void lostResponse_namesTheCause() throws IOException {
    assertThat(lock(RawServer.cutOff("")))
        .hasMessageStartingWith("the response was lost: java.")
        .hasMessageEndingWith(LOCK);
  }

  @Test
  void timeout_saysHowFarItCame() throws IOException {
    try (RawServer silent = new RawServer(RawServer.silence());
        ClerkClient clerk = Fixtures.client(silent.baseUrl()).timeout(SHORT).build()) {
      assertThat(lock(clerk)).hasMessage("no response in time" + LOCK);
    }
    RawServer.Response noHandshake =
        (socket, out) -> socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    try (RawServer silent = RawServer.atTheDoor(noHandshake);
        ClerkClient clerk =
            Fixtures.client("https://127.0.0.1:" + silent.port()).timeout(SHORT).build()) {
      assertThat(lock(clerk)).hasMessage("no connection in time" + LOCK);
    }
  }

  @Test
  void callEndedByTheCaller_saysHow() throws IOException {
    try (RawServer server = new RawServer(RawServer.http("500 No", ""));
        ClerkClient clerk = client(server).build()) {
      Call<User> call = clerk.api(UsersApi.class).lockUser("user_1");
      call.cancel();
      assertThat(catchThrowable(() -> clerk.call(call))).hasMessage("cancelled" + LOCK);

      environment.onSleep(clerk::close);
      assertThat(lock(clerk)).hasMessage("the client was closed during the call" + LOCK);
      assertThat(lock(clerk)).hasMessage("This ClerkClient is closed; create a new one");
    }
    Thread.currentThread().interrupt();
    assertThat(lock(RawServer.user())).hasMessage("interrupted" + LOCK);
  }

  @Test
  void rateLimit_saysWhyThereIsNoPermit() throws IOException {
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient none = client(server).rateLimit(longest -> Optional.empty()).build();
        ClerkClient broken =
            client(server)
                .rateLimit(
                    longest -> {
                      throw new IllegalStateException();
                    })
                .build()) {
      assertThat(lock(none)).hasMessage("the rate limit has no permit before the timeout" + LOCK);
      assertThat(lock(broken)).hasMessage("the rate limit failed" + LOCK);
    }
  }

  @Test
  void proxy_saysWhatItWants() throws IOException {
    String wantsLogin = "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n";
    try (RawServer proxy = new RawServer(RawServer.bytes(wantsLogin))) {
      assertThat(lockThrough(proxy, Authenticator.NONE))
          .hasMessageEndingWith("the proxy wants a login" + LOCK);
      assertThat(lockThrough(proxy, MessagesTest::login))
          .hasMessageEndingWith("the proxy refuses the login" + LOCK);
    }
  }

  private static Request login(Route route, Response response) {
    return response.request().newBuilder().header("Proxy-Authorization", "Basic x").build();
  }

  private static Throwable lockThrough(RawServer proxy, Authenticator authenticator) {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port());
    OkHttpClient http =
        new OkHttpClient.Builder()
            .proxy(new Proxy(Proxy.Type.HTTP, address))
            .proxyAuthenticator(authenticator)
            .build();
    try (ClerkClient clerk = Fixtures.client("https://bapi.invalid/v1").httpClient(http).build()) {
      return lock(clerk);
    } finally {
      http.connectionPool().evictAll();
      http.dispatcher().executorService().shutdown();
    }
  }

  @Test
  void unreadableSuccess_saysWhatIsWrongWithTheBody() throws IOException {
    assertThat(lock(RawServer.http("200 OK", ""))).hasMessage("200 with an empty body" + LOCK);
    assertThat(lock(RawServer.http("200 OK", "null")))
        .hasMessage("200 with null for a body" + LOCK);
    assertThat(lock(RawServer.http("200 OK", "{\"id\":")))
        .hasMessage("200 with a body that breaks off, application/json" + LOCK);
    assertThat(lock(RawServer.http("200 OK", "<html>")))
        .hasMessage("200 with a body that is not JSON, application/json" + LOCK);
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient small = client(server).maxResponseBytes(10).build()) {
      assertThat(lock(small)).hasMessage("200 with a body of more than 10 bytes" + LOCK);
    }
  }

  private Throwable lock(RawServer.Response response) throws IOException {
    try (RawServer server = new RawServer(response);
        ClerkClient clerk = client(server).build()) {
      return lock(clerk);
    }
  }

  private static Throwable lock(ClerkClient clerk) {
    return catchThrowable(() -> clerk.users().lockUser("user_1"));
  }

  private ClerkClientBuilder client(RawServer server) {
    return Fixtures.client(server.baseUrl(), environment);
  }
}
