package dev.clerkbapi.internal.http;

import dev.clerkbapi.api.Bapi;
import dev.clerkbapi.internal.support.UserAgent;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Adds the headers, including the key, but only to requests for the configured origin. */
final class HeadersInterceptor implements Interceptor {
  private final HttpUrl baseUrl;
  private final String authorization;
  private final String userAgent;

  HeadersInterceptor(HttpSettings settings) {
    this.baseUrl = settings.baseUrl();
    this.authorization = "Bearer " + settings.secretKey();
    this.userAgent = UserAgent.of(settings.userAgent());
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    return chain.proceed(isOurs(request.url()) ? withHeaders(request) : request);
  }

  private Request withHeaders(Request request) {
    return request
        .newBuilder()
        .header("Authorization", authorization)
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
