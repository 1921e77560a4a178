package dev.clerkbapi.internal;

import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What a client was built with, checked already.
 *
 * @param baseUrl ends in a slash
 * @param timeoutNanos bounds a whole call; above zero
 * @param connectTimeout null if the builder left it alone
 * @param maxAttempts 1 or more
 * @param maxResponseBytes the largest body that is read, decompressed; above zero
 * @param rateLimit which each attempt keeps to, if any
 * @param observer who hears of each call, if anybody
 * @param httpClient the caller's own, if any
 * @param userAgent the caller's part of the header, empty if none
 */
public record Settings(
    String secretKey,
    HttpUrl baseUrl,
    long timeoutNanos,
    @Nullable Duration connectTimeout,
    int maxAttempts,
    long maxResponseBytes,
    @Nullable Limiter rateLimit,
    @Nullable CallObserver observer,
    @Nullable OkHttpClient httpClient,
    String userAgent,
    Environment environment) {

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "Settings[" + baseUrl + "]";
  }
}
