package dev.clerkbapi.internal.http;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Asks the caller's authenticator for a proxy's login, and takes no for an answer: without a login,
 * or with one that the proxy has just refused, no attempt can succeed. OkHttp alone would show a
 * refused login again and again until the call's time is over.
 *
 * <p>Equal for the same authenticator, because OkHttp shares connections only between clients whose
 * authenticators for proxies are equal.
 *
 * @param callers {@link Authenticator#NONE} if the caller brought none
 */
record ProxyLogin(Authenticator callers) implements Authenticator {
  private static final String LOGIN = "Proxy-Authorization";

  @Override
  public @Nullable Request authenticate(@Nullable Route route, Response response)
      throws IOException {
    Request next = callers.authenticate(route, response);
    boolean refused = next != null && isSameLogin(next, response.request());
    if (next != null && !refused) {
      return next;
    }
    if (isRefusal(response)) {
      throw new ProtocolException("the proxy " + (refused ? "refuses the login" : "wants a login"));
    }
    return null;
  }

  private static boolean isSameLogin(Request next, Request before) {
    String shown = before.header(LOGIN);
    return shown != null && shown.equals(next.header(LOGIN));
  }

  /**
   * Not so where OkHttp only asks beforehand, nor for a request that the proxy passes on itself,
   * where the caller gets to see the proxy's response.
   */
  private static boolean isRefusal(Response response) {
    boolean beforehand =
        response.challenges().stream()
            .anyMatch(challenge -> challenge.scheme().equalsIgnoreCase("OkHttp-Preemptive"));
    return response.request().method().equals("CONNECT") && !beforehand;
  }
}
