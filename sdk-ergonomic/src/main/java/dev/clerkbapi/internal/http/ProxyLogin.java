package dev.clerkbapi.internal.http;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Asks the caller's authenticator for a proxy's login, and ends the call if there is none or the
 * proxy has just refused it: no further attempt can succeed. OkHttp alone would send a refused
 * login again and again until the timeout.
 *
 * <p>Two with the same authenticator are equal, because OkHttp shares connections only between
 * clients with equal proxy authenticators.
 *
 * @param callers {@link Authenticator#NONE} if the caller has none
 */
record ProxyLogin(Authenticator callers) implements Authenticator {
  static final String HEADER = "Proxy-Authorization";

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

  /** By hand: for that of a record, the JDK makes some fifty classes when it is first used. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof ProxyLogin that && callers.equals(that.callers));
  }

  @Override
  public int hashCode() {
    return callers.hashCode();
  }

  private static boolean isSameLogin(Request next, Request before) {
    String shown = before.header(HEADER);
    return shown != null && shown.equals(next.header(HEADER));
  }

  /**
   * False if OkHttp only asks in advance, and for a request that the proxy forwards as plain HTTP,
   * where the caller gets the proxy's response.
   */
  private static boolean isRefusal(Response response) {
    boolean beforehand =
        response.challenges().stream()
            .anyMatch(challenge -> challenge.scheme().equalsIgnoreCase("OkHttp-Preemptive"));
    return response.request().method().equals("CONNECT") && !beforehand;
  }
}
