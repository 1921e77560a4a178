package dev.clerkbapi.internal.http;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.Objects;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Runs next to the connection: refuses one that the server has closed, records that a request is
 * sent, refuses responses that OkHttp cannot handle, and hides the status of error responses from
 * OkHttp.
 */
final class WireInterceptor implements Interceptor {
  private static final long UNKNOWN_LENGTH = -1;

  private final FirstConnection first;

  WireInterceptor(FirstConnection first) {
    this.first = first;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Attempt attempt = Attempt.of(chain.call());
    Connection connection = Objects.requireNonNull(chain.connection());
    first.connected(connection.protocol());
    boolean kept = KeptConnections.use(connection);
    if (attempt != null) {
      if (kept && attempt.isSentOnce() && KeptConnections.isClosedByServer(connection)) {
        throw new ClosedByServerException();
      }
      attempt.sending();
    }
    Response response = requirePossible(chain.proceed(chain.request()));
    return HiddenStatus.hide(response, connection);
  }

  /** OkHttp can neither read nor close a body of negative length, and keeps its connection. */
  private static Response requirePossible(Response response) throws IOException {
    long length = response.body().contentLength();
    if (length < UNKNOWN_LENGTH) {
      throw new ProtocolException("a Content-Length of " + length);
    }
    return response;
  }
}
