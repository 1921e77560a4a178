package dev.clerkbapi.internal;

import java.io.IOException;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Sits at the connection: notes that a request is leaving, hides answers of failure from OkHttp.
 */
final class WireInterceptor implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    Attempt attempt = Attempt.of(chain.call());
    if (attempt != null) {
      attempt.sending();
    }
    Response response = chain.proceed(chain.request());
    return HiddenStatus.hide(response, Objects.requireNonNull(chain.connection()));
  }
}
