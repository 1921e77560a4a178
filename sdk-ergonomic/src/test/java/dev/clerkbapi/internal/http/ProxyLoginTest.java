package dev.clerkbapi.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.ClerkClientBuilder;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.errors.ClerkTransportException.Reason;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.ThrowableText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A proxy that wants a login still wants it a second later: such a call is not retried. */
class ProxyLoginTest {
  private static final RawServer.Response LOGIN_WANTED =
      RawServer.http(
          "407 Proxy Authentication Required", "", "Proxy-Authenticate: Basic realm=\"proxy\"");
  private static final String HTTPS = "https://bapi.invalid/v1";
  private static final String PLAIN = "http://bapi.invalid/v1";
  private static final Authenticator LOGIN =
      (route, response) ->
          response
              .request()
              .newBuilder()
              .header("Proxy-Authorization", Credentials.basic("ada", "test-only"))
              .build();

  private RawServer proxy;

  @BeforeEach
  void start() throws IOException {
    proxy = new RawServer(LOGIN_WANTED);
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
  }

  @Test
  void noLogin_isAskedForOnce() {
    expectTransportFailure(lockThroughProxy(HTTPS, Authenticator.NONE));
    assertThat(proxy.requests()).hasSize(1);
  }

  /** On the SDK's own HTTP client, which takes the proxy that this JVM has. */
  @Test
  void noLoginForTheProxyOfThisJvm_isAskedForOnce() {
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(new Always(proxy()));
    try (ClerkClient clerk = Fixtures.client(HTTPS).build()) {
      expectTransportFailure(catchThrowable(() -> clerk.users().lockUser("user_123")));
    } finally {
      ProxySelector.setDefault(before);
    }
    assertThat(proxy.requests()).hasSize(1);
  }

  /** OkHttp would show it without end. */
  @Test
  void refusedLogin_isShownOnce() {
    expectTransportFailure(lockThroughProxy(HTTPS, LOGIN));
    assertThat(proxy.requests()).hasSize(1);
    assertThat(proxy.requests().get(0)).contains("Proxy-Authorization: Basic");
  }

  @Test
  void loginOnDemand_isShown() {
    Authenticator onDemand =
        (route, response) ->
            response.challenges().get(0).scheme().equals("Basic")
                ? LOGIN.authenticate(route, response)
                : null;
    expectTransportFailure(lockThroughProxy(HTTPS, onDemand));

    assertThat(proxy.requests()).hasSize(2);
    assertThat(proxy.requests().get(0)).doesNotContain("Proxy-Authorization");
    assertThat(proxy.requests().get(1)).contains("Proxy-Authorization: Basic");
  }

  @Test
  void plainHttp_isErrorResponseOfTheProxy() {
    for (Authenticator authenticator : List.of(Authenticator.NONE, LOGIN)) {
      int before = proxy.requests().size();
      Throwable thrown = lockThroughProxy(PLAIN, authenticator);

      assertThat(thrown).isExactlyInstanceOf(ClerkApiException.Unexpected.class);
      assertThat(((ClerkApiException) thrown).status()).isEqualTo(407);
      assertThat(proxy.requests()).hasSize(before + (authenticator == LOGIN ? 2 : 1));
    }
  }

  @Test
  void proxyOfTheBuilder_isUsed() {
    expectTransportFailure(lock(Fixtures.client(HTTPS).proxy(proxy())));
    assertThat(proxy.requests()).hasSize(1);
    assertThat(proxy.requests().get(0))
        .startsWith("CONNECT bapi.invalid:443")
        .doesNotContain("Proxy-Authorization", Fixtures.KEY);
  }

  @Test
  void loginOfTheBuilder_isShownOnceAndInNoText() {
    ClerkClientBuilder builder = Fixtures.client(HTTPS).proxy(proxy(), "ada", "t0psecret");
    Throwable thrown = lock(builder);

    expectTransportFailure(thrown);
    assertThat(proxy.requests()).hasSize(1);
    assertThat(proxy.requests().get(0))
        .contains("Proxy-Authorization: " + Credentials.basic("ada", "t0psecret"));
    for (String text :
        List.of(
            ThrowableText.of(thrown),
            builder.toString(),
            ProxySettings.withLogin(proxy(), "ada", "t0psecret").toString())) {
      assertThat(text).doesNotContain("t0psecret", Credentials.basic("ada", "t0psecret"));
    }
  }

  /**
   * Only the proxy gets the login, and a proxy that forwards plain HTTP does not get it unasked.
   */
  @Test
  void loginOfTheBuilder_opensAProxyOfPlainHttp() throws IOException {
    try (RawServer willing = new RawServer(LOGIN_WANTED, RawServer.user())) {
      Proxy at =
          new Proxy(
              Proxy.Type.HTTP,
              new InetSocketAddress(InetAddress.getLoopbackAddress(), willing.port()));
      try (ClerkClient clerk =
          Fixtures.client(PLAIN).allowPlainHttp(true).proxy(at, "ada", "t0psecret").build()) {
        assertThat(clerk.users().lockUser("user_123").id()).isEqualTo("user_123");
      }
      assertThat(willing.requests()).hasSize(2);
      assertThat(willing.requests().get(0)).doesNotContain("Proxy-Authorization");
      assertThat(willing.requests().get(1)).contains("Proxy-Authorization: Basic");
    }
  }

  @Test
  void noProxy_ignoresThatOfThisJvm() throws IOException {
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(new Always(proxy()));
    try (RawServer direct = new RawServer(RawServer.user());
        ClerkClient clerk = Fixtures.client(direct.baseUrl()).proxy(Proxy.NO_PROXY).build()) {
      assertThat(clerk.users().lockUser("user_123").id()).isEqualTo("user_123");
    } finally {
      ProxySelector.setDefault(before);
    }
    assertThat(proxy.requests()).isEmpty();
  }

  @Test
  void proxyBesidesAnHttpClient_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Fixtures.client(HTTPS).proxy(proxy()).httpClient(new OkHttpClient()).build())
        .withMessageContainingAll("proxy(..)", "httpClient(..)");
  }

  @Test
  void loginThatCannotBeSent_isRefusedWithoutShowingIt() {
    ClerkClientBuilder builder = ClerkClient.builder();
    Proxy socks = new Proxy(Proxy.Type.SOCKS, proxy().address());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.proxy(socks, "ada", "t0psecret"))
        .withMessageContaining("SOCKS")
        .withMessageNotContaining("t0psecret");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.proxy(proxy(), "a:da", "t0psecret"))
        .withMessageContaining("colon")
        .withMessageNotContaining("t0psecret");
  }

  private static Throwable lock(ClerkClientBuilder builder) {
    try (ClerkClient clerk = builder.build()) {
      return catchThrowable(() -> clerk.users().lockUser("user_123"));
    }
  }

  private static void expectTransportFailure(Throwable thrown) {
    assertThat(thrown).isExactlyInstanceOf(ClerkTransportException.class);
    assertThat(((ClerkTransportException) thrown).reason()).isEqualTo(Reason.CONNECT);
    assertThat(((ClerkException) thrown).mayHaveBeenCarriedOut()).isFalse();
    assertThat(thrown.getSuppressed()).isEmpty();
  }

  private Throwable lockThroughProxy(String baseUrl, Authenticator authenticator) {
    OkHttpClient http =
        new OkHttpClient.Builder().proxy(proxy()).proxyAuthenticator(authenticator).build();
    try (ClerkClient clerk =
        Fixtures.client(baseUrl).allowPlainHttp(true).httpClient(http).build()) {
      return catchThrowable(() -> clerk.users().lockUser("user_123"));
    } finally {
      http.connectionPool().evictAll();
      http.dispatcher().executorService().shutdown();
    }
  }

  private Proxy proxy() {
    return new Proxy(
        Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port()));
  }

  /** One proxy for everything. */
  private static final class Always extends ProxySelector {
    private final Proxy proxy;

    Always(Proxy proxy) {
      this.proxy = proxy;
    }

    @Override
    public List<Proxy> select(URI uri) {
      return List.of(proxy);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {}
  }
}
