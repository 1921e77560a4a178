package dev.clerkbapi.internal.http;

import dev.clerkbapi.internal.support.DaemonThreads;
import dev.clerkbapi.internal.support.Limits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** Sets up OkHttp: our own client, or a copy of the caller's with its pool and dispatcher. */
final class HttpClients {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration NEVER_REACHED = Duration.ofDays(20);

  private HttpClients() {}

  static OkHttpClient create(HttpSettings settings) {
    OkHttpClient callers = settings.httpClient();
    FirstConnection first = new FirstConnection();
    OkHttpClient.Builder builder = callers == null ? own(settings, first) : callers.newBuilder();
    if (settings.connectTimeout() != null) {
      builder.connectTimeout(settings.connectTimeout());
    }
    sendOnlyOnce(builder);
    builder.proxyAuthenticator(new ProxyLogin(proxyLogin(settings)));
    // Last of the application interceptors: the caller's have changed the request by then.
    builder.addInterceptor(new ResponseInterceptor(settings));
    builder.addInterceptor(new HeadersInterceptor(settings));
    builder.addInterceptor(new NextConnectionInterceptor(first));
    // First of the network interceptors: the caller's see the true status.
    builder.networkInterceptors().add(0, new WireInterceptor(first));
    return builder.build();
  }

  private static Authenticator proxyLogin(HttpSettings settings) {
    OkHttpClient callers = settings.httpClient();
    ProxySettings proxy = settings.proxy();
    if (callers != null) {
      return callers.proxyAuthenticator();
    }
    return proxy == null ? Authenticator.NONE : proxy.authenticator();
  }

  private static OkHttpClient.Builder own(HttpSettings settings, FirstConnection first) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .socketFactory(new InterruptibleSockets())
            .dispatcher(dispatcher())
            .connectionPool(new ConnectionPool(Limits.REQUESTS_AT_ONCE, 5, TimeUnit.MINUTES))
            .connectTimeout(CONNECT_TIMEOUT)
            // The call's deadline limits a read. Without any limit, InterruptibleSocket would
            // mistake a call's thread for the one that reads an HTTP/2 connection.
            .readTimeout(NEVER_REACHED)
            .writeTimeout(Duration.ZERO)
            // On an HTTP/2 connection that died unnoticed, every call would wait until its
            // deadline.
            .pingInterval(Duration.ofSeconds(10));
    if (settings.proxy() != null) {
      builder.proxy(settings.proxy().proxy());
    }
    JvmTls tls = settings.tls();
    if (tls == null) {
      builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT)); // Does not load certificates.
    } else {
      builder.sslSocketFactory(tls, new NoPins());
      // Not with a caller's client: clients with another Dns do not share its connections.
      builder.dns(first).eventListener(first);
    }
    return builder;
  }

  /** Only the engine may retry: OkHttp must not send a request again, or to another server. */
  private static void sendOnlyOnce(OkHttpClient.Builder builder) {
    builder
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .cache(null) // It knows responses by their URL, whatever the key.
        .authenticator(Authenticator.NONE);
  }

  /** OkHttp's own dispatcher keeps a JVM alive, and runs only five calls per host. */
  private static Dispatcher dispatcher() {
    Dispatcher dispatcher = new Dispatcher(DaemonThreads.unbounded("clerk-bapi-http-"));
    dispatcher.setMaxRequests(Limits.REQUESTS_AT_ONCE);
    dispatcher.setMaxRequestsPerHost(Limits.REQUESTS_AT_ONCE);
    return dispatcher;
  }
}
