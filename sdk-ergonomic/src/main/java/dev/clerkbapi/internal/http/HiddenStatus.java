package dev.clerkbapi.internal.http;

import java.net.Proxy;
import okhttp3.Connection;
import okhttp3.Response;

/**
 * Keeps OkHttp from acting on an error response by itself.
 *
 * <p>OkHttp sends a request again after 408 and after 503 with {@code Retry-After: 0}, the latter
 * even when told not to retry, and turns a 407 into a failure of the protocol. So a network
 * interceptor moves the status out of OkHttp's sight, and an application interceptor moves it back.
 *
 * <p>Two stay as they are: 407 from a real proxy, to which OkHttp responds with the caller's
 * credentials, and 421, which says that an HTTP/2 connection led to the wrong server and nothing
 * was done.
 */
final class HiddenStatus {
  private static final int OUT_OF_SIGHT = 1000; // A status on the wire has three digits.

  private HiddenStatus() {}

  static Response hide(Response response, Connection connection) {
    int status = response.code();
    boolean leave = status < 400 || status == 421 || (status == 407 && isProxied(connection));
    return leave ? response : withStatus(response, status + OUT_OF_SIGHT);
  }

  static Response show(Response response) {
    int status = response.code();
    return status < OUT_OF_SIGHT ? response : withStatus(response, status - OUT_OF_SIGHT);
  }

  private static Response withStatus(Response response, int status) {
    return response.newBuilder().code(status).build();
  }

  private static boolean isProxied(Connection connection) {
    return connection.route().proxy().type() == Proxy.Type.HTTP;
  }
}
