package dev.clerkbapi.internal.http;

import java.time.Clock;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What a client speaks HTTP with, checked already.
 *
 * @param baseUrl ends in a slash
 * @param connectTimeout null if the builder left it alone
 * @param maxResponseBytes the largest body that is read, decompressed; above zero
 * @param httpClient the caller's own, if any
 * @param userAgent the caller's part of the header, empty if none
 * @param clock stamps responses, reads dates
 */
public record HttpSettings(
    String secretKey,
    HttpUrl baseUrl,
    @Nullable Duration connectTimeout,
    long maxResponseBytes,
    @Nullable OkHttpClient httpClient,
    String userAgent,
    Clock clock) {

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "HttpSettings[" + baseUrl + "]";
  }
}
