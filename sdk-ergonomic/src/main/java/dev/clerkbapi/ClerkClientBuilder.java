package dev.clerkbapi;

import dev.clerkbapi.api.Bapi;
import dev.clerkbapi.internal.engine.CallObserver;
import dev.clerkbapi.internal.engine.CallSettings;
import dev.clerkbapi.internal.engine.Settings;
import dev.clerkbapi.internal.http.HttpSettings;
import dev.clerkbapi.internal.support.Checks;
import dev.clerkbapi.internal.support.Environment;
import dev.clerkbapi.internal.support.Libraries;
import dev.clerkbapi.internal.support.Limiter;
import dev.clerkbapi.internal.support.SystemEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link ClerkClient} needs. Not thread-safe; may be used for several clients. */
public final class ClerkClientBuilder {
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
  private static final long DEFAULT_MAX_RESPONSE_BYTES = 16L * 1024 * 1024;

  private @Nullable String secretKey;
  private String baseUrl = Bapi.BASE_URL;
  private Duration timeout = DEFAULT_TIMEOUT;
  private @Nullable Duration connectTimeout;
  private RetryPolicy retryPolicy = RetryPolicy.defaults();
  private @Nullable RateLimit rateLimit;
  private final List<CallListener> callListeners = new ArrayList<>();
  private long maxResponseBytes = DEFAULT_MAX_RESPONSE_BYTES;
  private @Nullable OkHttpClient httpClient;
  private String userAgent = "";
  private boolean allowPlainHttp;
  private Environment environment = new SystemEnvironment();

  ClerkClientBuilder() {}

  /**
   * Sets the secret key of the instance; the only setting without a default.
   *
   * @param key such as {@code sk_test_...}, checked by {@link #build()}
   */
  public ClerkClientBuilder secretKey(String key) {
    this.secretKey = key;
    return this;
  }

  /**
   * Sets where the API is; {@code https://api.clerk.com/v1} by default. The key is sent to this
   * scheme, host and port only.
   *
   * @param url with the path, such as {@code http://localhost:8080/v1}; checked by {@link #build()}
   */
  public ClerkClientBuilder baseUrl(String url) {
    this.baseUrl = url;
    return this;
  }

  /**
   * Sets how long a call may take, attempts and waits included; 30 s by default.
   *
   * @throws IllegalArgumentException if it is not above zero
   */
  public ClerkClientBuilder timeout(Duration wholeCall) {
    this.timeout = Checks.positive("timeout", wholeCall);
    return this;
  }

  /**
   * Sets how long it may take to connect to one address of the host; 5 s by default. Applies to a
   * {@link #httpClient} of your own only if set.
   *
   * @throws IllegalArgumentException if it is not above zero
   */
  public ClerkClientBuilder connectTimeout(Duration oneAddress) {
    this.connectTimeout = Checks.positive("connectTimeout", oneAddress);
    return this;
  }

  /** Sets how often a call may be tried; {@link RetryPolicy#defaults()} by default. */
  public ClerkClientBuilder retryPolicy(RetryPolicy policy) {
    this.retryPolicy = Objects.requireNonNull(policy, "retryPolicy");
    return this;
  }

  /**
   * Keeps the client to a budget of requests; none by default. Every attempt takes a permit from
   * it. If the budget has no permit before the timeout, the call fails with a {@link
   * dev.clerkbapi.errors.ClerkTransportException} and nothing is sent.
   *
   * @param limit such as {@link RateLimit#forKey RateLimit.forKey(key)}; give the same one to
   *     several clients for one budget
   */
  public ClerkClientBuilder rateLimit(RateLimit limit) {
    this.rateLimit = Objects.requireNonNull(limit, "rateLimit");
    return this;
  }

  /** Adds a listener that is notified of every finished call; none by default. */
  public ClerkClientBuilder callListener(CallListener listener) {
    callListeners.add(Objects.requireNonNull(listener, "callListener"));
    return this;
  }

  /**
   * Sets how large the body of a response may be, decompressed; 16 MiB by default. A larger body
   * ends a successful call with a {@link dev.clerkbapi.errors.ClerkDecodingException}; of an error
   * response no more than this is read, and at most 1 MiB.
   *
   * @throws IllegalArgumentException if it is not above zero
   */
  public ClerkClientBuilder maxResponseBytes(long atMost) {
    this.maxResponseBytes = Checks.positive("maxResponseBytes", atMost);
    return this;
  }

  /**
   * Brings an HTTP client of your own, for a proxy, certificates, or a shared pool of connections.
   *
   * <p>The SDK works on a copy that shares the pool and the dispatcher, and never shuts them down.
   * In the copy, OkHttp's own resending, redirects and authenticator are off. Interceptors stay:
   * those of the application run before the SDK's and do not see the key, network interceptors do.
   * Its read timeout bounds each attempt, and an interrupt does not end a wait for the response on
   * a plain socket.
   *
   * <p>Before a request that may be sent only once leaves on a kept HTTP/1.1 connection, the SDK
   * looks whether the server has closed it, and takes the next one if so. A connection that only
   * other requests of yours have used so far is not looked at; where the server had closed that
   * one, {@code mayHaveBeenCarriedOut()} is true, because it cannot be told.
   */
  public ClerkClientBuilder httpClient(OkHttpClient client) {
    this.httpClient = Objects.requireNonNull(client, "httpClient");
    return this;
  }

  /**
   * Names your application in front of the SDK's own {@code clerk-bapi-java/<version>} in the
   * {@code User-Agent} header.
   *
   * @param application such as {@code my-shop/1.4}
   * @throws IllegalArgumentException if it is blank or has other than printable ASCII characters
   */
  public ClerkClientBuilder userAgent(String application) {
    this.userAgent = Checks.headerText("userAgent", application);
    return this;
  }

  /**
   * Allows a base URL with {@code http:} on a host that is not this machine, such as a container's
   * in a test; off by default. The key then travels readably.
   */
  public ClerkClientBuilder allowPlainHttp(boolean allow) {
    this.allowPlainHttp = allow;
    return this;
  }

  /** For tests, which bring their own time, sleep and randomness. */
  ClerkClientBuilder environment(Environment tests) {
    this.environment = tests;
    return this;
  }

  /**
   * Returns the client. Nothing is connected, and next to nothing loaded, before its first call.
   *
   * @throws IllegalStateException if the class path has a library that is too old for this SDK,
   *     such as OkHttp 3; the BOM {@code dev.clerkbapi:sdk-bom} helps
   * @throws IllegalArgumentException if the key is missing or blank, has characters that no key
   *     has, or is recognised as something else, such as a publishable key, or the base URL is no
   *     URL of http or https, holds a user, query or fragment, or is plain http to another machine
   *     without {@link #allowPlainHttp}
   */
  public ClerkClient build() {
    Libraries.check();
    String key = Checks.secretKey(secretKey);
    HttpSettings http =
        new HttpSettings(
            key,
            Checks.baseUrl(baseUrl, allowPlainHttp),
            connectTimeout,
            maxResponseBytes,
            httpClient,
            userAgent,
            environment.clock());
    Limiter limit = rateLimit == null ? null : Limiters.of(rateLimit);
    CallSettings calls =
        new CallSettings(timeout.toNanos(), retryPolicy.maxAttempts(), limit, null);
    CallObserver observer = callListeners.isEmpty() ? null : new Listeners(callListeners);
    return new ClerkClient(
        new Settings(http, calls, () -> Limiters.of(RateLimit.forKey(key)), observer, environment));
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "ClerkClientBuilder[" + timeout + ", " + retryPolicy + "]";
  }
}
