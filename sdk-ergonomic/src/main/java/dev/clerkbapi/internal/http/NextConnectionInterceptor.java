package dev.clerkbapi.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Uses another connection if the server has closed the current one. OkHttp has discarded that one
 * by then. The loop ends because a new connection is not checked.
 */
final class NextConnectionInterceptor implements Interceptor {
  private final FirstConnection first;

  NextConnectionInterceptor(FirstConnection first) {
    this.first = first;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    while (true) {
      try {
        return chain.proceed(chain.request());
      } catch (ClosedByServerException e) {
        // Nothing was sent, so this is still the same attempt.
      } finally {
        first.ended();
      }
    }
  }
}
