package dev.clerkbapi.internal.http;

import java.time.Clock;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP settings of a client, already checked.
 *
 * @param baseUrl ends in a slash
 * @param connectTimeout null if not set
 * @param maxResponseBytes the largest body that is read, decompressed; above zero
 * @param httpClient the caller's own, or null
 * @param tls of our own HTTP client over https; null otherwise
 * @param proxy of our own HTTP client; null for that of the JVM
 * @param userAgent the caller's part of the header, empty if none
 * @param clock for the time of receipt, and for dates in headers
 */
public record HttpSettings(
    HttpUrl baseUrl,
    @Nullable Duration connectTimeout,
    long maxResponseBytes,
    @Nullable OkHttpClient httpClient,
    @Nullable JvmTls tls,
    @Nullable ProxySettings proxy,
    String userAgent,
    Clock clock) {}
