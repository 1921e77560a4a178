package dev.clerkbapi.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.errors.ClerkTransportException.Reason;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
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
