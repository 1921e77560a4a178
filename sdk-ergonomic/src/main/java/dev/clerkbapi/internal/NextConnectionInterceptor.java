package dev.clerkbapi.internal;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Takes the next connection where the server had closed the one at hand. OkHttp has thrown that one
 * away by then, and a new connection is never found closed so, which ends the search.
 */
final class NextConnectionInterceptor implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    while (true) {
      try {
        return chain.proceed(chain.request());
      } catch (ClosedByServerException e) {
        // Nothing was sent: this is still the same attempt.
      }
    }
  }
}
