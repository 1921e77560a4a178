package dev.clerkbapi;

import dev.clerkbapi.api.Bapi;
import dev.clerkbapi.internal.engine.CallObserver;
import dev.clerkbapi.internal.engine.CallSettings;
import dev.clerkbapi.internal.engine.Settings;
import dev.clerkbapi.internal.http.HttpSettings;
import dev.clerkbapi.internal.http.JvmTls;
import dev.clerkbapi.internal.http.ProxySettings;
import dev.clerkbapi.internal.support.Checks;
import dev.clerkbapi.internal.support.Credentials;
import dev.clerkbapi.internal.support.Environment;
import dev.clerkbapi.internal.support.HeaderRules;
import dev.clerkbapi.internal.support.Libraries;
import dev.clerkbapi.internal.support.Limiter;
import dev.clerkbapi.internal.support.SystemEnvironment;
import java.net.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Builds a {@link ClerkClient}. Not thread-safe; can build several clients. */
public final class ClerkClientBuilder {
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
  private static final long DEFAULT_MAX_RESPONSE_BYTES = 16L * 1024 * 1024;

  private @Nullable String secretKey;
  private @Nullable String machineSecretKey;
  private String baseUrl = Bapi.BASE_URL;
  private Duration timeout = DEFAULT_TIMEOUT;
  private @Nullable Duration connectTimeout;
  private RetryPolicy retryPolicy = RetryPolicy.defaults();
  private @Nullable RateLimit rateLimit;
  private final List<CallListener> callListeners = new ArrayList<>();
  private long maxResponseBytes = DEFAULT_MAX_RESPONSE_BYTES;
  private @Nullable OkHttpClient httpClient;
  private @Nullable ProxySettings proxy;
  private final Map<String, String> headers = HeaderRules.emptyHeaders();
  private String userAgent = "";
  private boolean allowPlainHttp;
  private Environment environment = new SystemEnvironment();

  ClerkClientBuilder() {}

  /**
   * Takes settings from environment variables: {@link #secretKey} from {@code CLERK_SECRET_KEY},
   * {@link #machineSecretKey} from {@code CLERK_MACHINE_SECRET_KEY}, and {@link #baseUrl} from
   * {@code CLERK_API_URL}, to which {@code /v1} is added if it has no path. What is set afterwards
   * replaces them, and a variable that is not set, or blank, changes nothing.
   *
   * <pre>{@code
   * ClerkClient clerk = ClerkClient.builder().fromEnv().timeout(Duration.ofSeconds(5)).build();
   * }</pre>
   *
   * @throws IllegalStateException if neither variable with a key is set
   */
  public ClerkClientBuilder fromEnv() {
    return fromEnv(System::getenv);
  }

  ClerkClientBuilder fromEnv(UnaryOperator<@Nullable String> variables) {
    FromEnv.into(this, variables);
    return this;
  }

  /**
   * Sets the secret key of the instance; required, unless there is a {@link #machineSecretKey}.
   *
   * @param key such as {@code sk_test_...}, checked by {@link #build()}
   */
  public ClerkClientBuilder secretKey(String key) {
    this.secretKey = key;
    return this;
  }

  /**
   * Sets the secret key of a machine; none by default. The operations of {@link ClerkClient#m2m()}
   * are then sent with it, all others with the secret key of the instance. A client without that
   * one refuses all others with an {@link IllegalStateException}, before anything is sent.
   *
   * @param key such as {@code ak_...}, checked by {@link #build()}
   */
  public ClerkClientBuilder machineSecretKey(String key) {
    this.machineSecretKey = Objects.requireNonNull(key, "machineSecretKey");
    return this;
  }

  /**
   * Sets the URL of the API; {@code https://api.clerk.com/v1} by default. The key is sent only to
   * its scheme, host and port.
   *
   * @param url with the path, such as {@code http://localhost:8080/v1}; checked by {@link #build()}
   */
  public ClerkClientBuilder baseUrl(String url) {
    this.baseUrl = url;
    return this;
  }

  /**
   * Sets {@link #baseUrl} from a URL as the environment variable {@code CLERK_API_URL} has it,
   * which Clerk's other SDKs share: {@code /v1} is added if it has no path.
   *
   * @param url such as {@code https://api.clerk.com}; checked by {@link #build()}
   */
  public ClerkClientBuilder apiUrl(String url) {
    return baseUrl(FromEnv.withPath(url));
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
   * Sets how long it may take to connect to one address of the host; 5 s by default. A {@link
   * #httpClient} of your own keeps its own connect timeout unless you set this.
   *
   * @throws IllegalArgumentException if it is not above zero
   */
  public ClerkClientBuilder connectTimeout(Duration oneAddress) {
    this.connectTimeout = Checks.positive("connectTimeout", oneAddress);
    return this;
  }

  /** Sets how many attempts a call may make; {@link RetryPolicy#defaults()} by default. */
  public ClerkClientBuilder retryPolicy(RetryPolicy policy) {
    this.retryPolicy = Objects.requireNonNull(policy, "retryPolicy");
    return this;
  }

  /**
   * Sets a budget of requests for the client; none by default. Every attempt takes a permit from
   * it. If the budget has no permit before the timeout, the call fails with a {@link
   * dev.clerkbapi.errors.ClerkTransportException} and nothing is sent.
   *
   * @param limit such as {@link RateLimit#forKey RateLimit.forKey(key)}; several clients with the
   *     same one share its budget
   */
  public ClerkClientBuilder rateLimit(RateLimit limit) {
    this.rateLimit = Objects.requireNonNull(limit, "rateLimit");
    return this;
  }

  /** Adds a listener that is notified of every call; none by default. */
  public ClerkClientBuilder callListener(CallListener listener) {
    callListeners.add(Objects.requireNonNull(listener, "callListener"));
    return this;
  }

  /**
   * Sets the largest body of a response, decompressed; 16 MiB by default. A successful response
   * with a larger body is a {@link dev.clerkbapi.errors.ClerkDecodingException}; of an error
   * response, only this much is read, and at most 1 MiB.
   *
   * @throws IllegalArgumentException if it is not above zero
   */
  public ClerkClientBuilder maxResponseBytes(long atMost) {
    this.maxResponseBytes = Checks.positive("maxResponseBytes", atMost);
    return this;
  }

  /**
   * Adds a header to every request, in place of one of the same name, whatever its case; none by
   * default. {@link CallOptions#header} adds further ones, or replaces it. It goes only where the
   * key goes, and is in no message, log or {@code toString}.
   *
   * @param name such as {@code X-Application}
   * @param value printable ASCII, such as {@code my-shop}
   * @throws IllegalArgumentException if HTTP does not allow the name or the value, or the SDK sets
   *     this header itself, as it does with {@code Authorization}
   */
  public ClerkClientBuilder header(String name, String value) {
    HeaderRules.put(headers, name, value);
    return this;
  }

  /**
   * Sets the proxy; by default that of the JVM, as in the system property {@code https.proxyHost}.
   * The connection to BAPI is encrypted through an HTTP proxy, too: the proxy learns the host, not
   * the key. On one of type SOCKS, an interrupt does not end a wait for the response.
   *
   * @param proxy such as {@code new Proxy(Proxy.Type.HTTP, new InetSocketAddress("proxy.local",
   *     3128))}; {@code Proxy.NO_PROXY} ignores that of the JVM
   */
  public ClerkClientBuilder proxy(Proxy proxy) {
    this.proxy = ProxySettings.withoutLogin(Objects.requireNonNull(proxy, "proxy"));
    return this;
  }

  /**
   * Sets an HTTP proxy that wants a login by the scheme Basic. A call ends with a {@link
   * dev.clerkbapi.errors.ClerkTransportException} if the proxy refuses it.
   *
   * @param proxy of type HTTP
   * @param user such as {@code ada}
   * @param password in no message, log or {@code toString}; goes to the proxy only
   * @throws IllegalArgumentException if the proxy is not of type HTTP, or the user contains a colon
   */
  public ClerkClientBuilder proxy(Proxy proxy, String user, String password) {
    Objects.requireNonNull(proxy, "proxy");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    this.proxy = ProxySettings.withLogin(proxy, user, password);
    return this;
  }

  /**
   * Sets an HTTP client of your own, for certificates or a shared connection pool. Its proxy is
   * used, and {@link #proxy} cannot be set too.
   *
   * <p>The SDK uses a copy that shares the pool and the dispatcher, and never shuts them down. In
   * the copy, OkHttp's own retries, redirects, authenticator and cache are off. Interceptors stay:
   * application interceptors run before the SDK's and do not see the key; network interceptors see
   * it. The client's read timeout limits each attempt, and an interrupt does not end a wait for the
   * response on a plain socket.
   *
   * <p>Before the SDK sends a request that must not be sent twice on a kept HTTP/1.1 connection, it
   * checks whether the server has closed that connection, and if so uses another one. It does not
   * check a connection that so far only your own requests have used: if the server had closed that
   * one, {@code mayHaveBeenCarriedOut()} is true, because it is not known.
   */
  public ClerkClientBuilder httpClient(OkHttpClient client) {
    this.httpClient = Objects.requireNonNull(client, "httpClient");
    return this;
  }

  /**
   * Adds the name of your application to the {@code User-Agent} header, before the SDK's own {@code
   * clerk-bapi-java/<version>}.
   *
   * @param application such as {@code my-shop/1.4}
   * @throws IllegalArgumentException if it is blank or contains other than printable ASCII
   *     characters
   */
  public ClerkClientBuilder userAgent(String application) {
    this.userAgent = Checks.headerText("userAgent", application);
    return this;
  }

  /**
   * Allows a base URL with {@code http:} for another machine, such as a container in a test; off by
   * default. The key is then sent unencrypted.
   */
  public ClerkClientBuilder allowPlainHttp(boolean allow) {
    this.allowPlainHttp = allow;
    return this;
  }

  /** For tests with a time, sleep and randomness of their own. */
  ClerkClientBuilder environment(Environment tests) {
    this.environment = tests;
    return this;
  }

  /**
   * Returns the client. It opens no connection, and loads few classes, before its first call. Two
   * daemon threads begin to set up the JVM's TLS, as they find the system properties for it now,
   * and then end; not for plain http, and not with an {@link #httpClient} of your own.
   *
   * @throws IllegalStateException if a library on the class path is too old for this SDK, such as
   *     OkHttp 3; importing the BOM {@code dev.clerkbapi:sdk-bom} helps
   * @throws IllegalArgumentException if a key is missing or blank, contains characters that no key
   *     contains, or is recognised as something else, such as a publishable key; or if the base URL
   *     is not an http or https URL, contains a user, query or fragment, or is plain http for
   *     another machine without {@link #allowPlainHttp}; or if {@link #proxy} and {@link
   *     #httpClient} are both set
   */
  public ClerkClient build() {
    Credentials credentials = credentials();
    // First: that takes longest, and happens on another thread.
    JvmTls tls = httpClient == null && !isPlainHttp() ? JvmTls.prepare() : null;
    Libraries.check();
    HttpSettings http =
        new HttpSettings(
            Checks.baseUrl(baseUrl, allowPlainHttp),
            connectTimeout,
            maxResponseBytes,
            httpClient,
            tls,
            proxy(),
            userAgent,
            environment.clock());
    Limiter limit = rateLimit == null ? null : Limiters.of(rateLimit);
    CallSettings calls =
        CallSettings.of(timeout.toNanos(), retryPolicy.maxAttempts(), limit, headers());
    CallObserver observer = callListeners.isEmpty() ? null : new Listeners(callListeners);
    return new ClerkClient(
        new Settings(credentials, http, calls, Limiters::forKeys, observer, environment));
  }

  /** Known before the URL is parsed, which ignores white space around it, and takes long itself. */
  private boolean isPlainHttp() {
    return baseUrl.strip().regionMatches(true, 0, "http:", 0, 5);
  }

  private @Nullable ProxySettings proxy() {
    if (proxy != null && httpClient != null) {
      throw new IllegalArgumentException(
          "proxy(..) and httpClient(..) are both set; set the proxy on the HTTP client instead");
    }
    return proxy;
  }

  /** A copy: the builder may go on. */
  private Map<String, String> headers() {
    if (headers.isEmpty()) {
      return Map.of();
    }
    Map<String, String> copy = HeaderRules.emptyHeaders();
    copy.putAll(headers);
    return Collections.unmodifiableMap(copy);
  }

  private Credentials credentials() {
    String machine = machineSecretKey == null ? null : Checks.machineSecretKey(machineSecretKey);
    boolean needed = machine == null || secretKey != null;
    return new Credentials(needed ? Checks.secretKey(secretKey) : null, machine);
  }

  /** Returns some of the settings; never a key. */
  @Override
  public String toString() {
    return "ClerkClientBuilder[" + timeout + ", " + retryPolicy + "]";
  }
}
