package dev.clerkbapi.internal.http;

import dev.clerkbapi.api.Bapi;
import dev.clerkbapi.internal.support.UserAgent;
import java.io.IOException;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Adds the headers, including the key, but only to requests for the configured origin. */
final class HeadersInterceptor implements Interceptor {
  private final HttpUrl baseUrl;
  private final String userAgent;

  HeadersInterceptor(HttpSettings settings) {
    this.baseUrl = settings.baseUrl();
    this.userAgent = UserAgent.of(settings.userAgent());
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Attempt attempt = Attempt.of(chain.call());
    return chain.proceed(
        attempt != null && isOurs(request.url()) ? withHeaders(request, attempt) : request);
  }

  private Request withHeaders(Request request, Attempt attempt) {
    Request.Builder builder = request.newBuilder();
    for (Map.Entry<String, String> header : attempt.headers().entrySet()) {
      builder.header(header.getKey(), header.getValue());
    }
    return builder
        .header("Authorization", "Bearer " + attempt.key())
        .header("Clerk-API-Version", Bapi.VERSION)
        .header("User-Agent", userAgent)
        .build();
  }

  private boolean isOurs(HttpUrl url) {
    return url.scheme().equals(baseUrl.scheme())
        && url.host().equals(baseUrl.host())
        && url.port() == baseUrl.port();
  }
}
