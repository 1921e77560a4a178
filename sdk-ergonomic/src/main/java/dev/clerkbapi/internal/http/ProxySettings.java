package dev.clerkbapi.internal.http;

import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import org.jspecify.annotations.Nullable;

/** The proxy of a client, with its login if there is one; shows neither user nor password. */
public final class ProxySettings {
  private final Proxy proxy;
  private final @Nullable String login;

  private ProxySettings(Proxy proxy, @Nullable String login) {
    this.proxy = proxy;
    this.login = login;
  }

  public static ProxySettings withoutLogin(Proxy proxy) {
    return new ProxySettings(proxy, null);
  }

  /**
   * Returns a proxy with a login by the scheme Basic, RFC 7617.
   *
   * @throws IllegalArgumentException if it is no HTTP proxy, or the user contains a colon
   */
  public static ProxySettings withLogin(Proxy proxy, String user, String password) {
    if (proxy.type() != Proxy.Type.HTTP) {
      throw new IllegalArgumentException(
          "Only an HTTP proxy takes a user and password here, not one of type " + proxy.type());
    }
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "The proxy's user contains a colon, which is what separates it from the password");
    }
    return new ProxySettings(proxy, Credentials.basic(user, password, StandardCharsets.UTF_8));
  }

  Proxy proxy() {
    return proxy;
  }

  Authenticator authenticator() {
    String header = login;
    return header == null
        ? Authenticator.NONE
        : (route, response) ->
            response.request().newBuilder().header(ProxyLogin.HEADER, header).build();
  }

  @Override
  public String toString() {
    return proxy + (login == null ? "" : " with a login");
  }
}
