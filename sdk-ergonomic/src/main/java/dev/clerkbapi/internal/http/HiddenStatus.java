package dev.clerkbapi.internal.http;

import java.net.Proxy;
import okhttp3.Connection;
import okhttp3.Response;

/**
 * Keeps OkHttp from reacting to error responses on its own.
 *
 * <p>OkHttp sends a request again after 408 and after 503 with {@code Retry-After: 0}, the latter
 * even if retries are off, and turns a 407 into a protocol error. So a network interceptor replaces
 * the status by one that OkHttp does not know, and an application interceptor restores it.
 *
 * <p>Two stay as they are: 407 from a real proxy, after which OkHttp sends the caller's
 * credentials, and 421, which means that an HTTP/2 connection led to the wrong server and nothing
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
