package dev.clerkbapi.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** Sets up OkHttp: our own, or a copy of the caller's that shares its pool and dispatcher. */
final class HttpClients {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration NEVER_REACHED = Duration.ofDays(20);

  private HttpClients() {}

  static OkHttpClient create(Settings settings) {
    OkHttpClient callers = settings.httpClient();
    OkHttpClient.Builder builder = callers == null ? own(settings) : callers.newBuilder();
    if (settings.connectTimeout() != null) {
      builder.connectTimeout(settings.connectTimeout());
    }
    sendOnlyOnce(builder);
    builder.proxyAuthenticator(
        new ProxyLogin(callers == null ? Authenticator.NONE : callers.proxyAuthenticator()));
    // Last of the application interceptors: what those of the caller do to a request is done.
    builder.addInterceptor(new AnswerInterceptor(settings));
    builder.addInterceptor(new HeadersInterceptor(settings));
    builder.addInterceptor(new NextConnectionInterceptor());
    // First of the network interceptors: those of the caller see the true status.
    builder.networkInterceptors().add(0, new WireInterceptor());
    return builder.build();
  }

  private static OkHttpClient.Builder own(Settings settings) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .socketFactory(new InterruptibleSockets())
            .dispatcher(dispatcher())
            .connectionPool(new ConnectionPool(Slots.COUNT, 5, TimeUnit.MINUTES))
            .connectTimeout(CONNECT_TIMEOUT)
            // The call's deadline bounds a read. With no limit at all, InterruptibleSocket would
            // take a call's thread for the one that reads an HTTP/2 connection.
            .readTimeout(NEVER_REACHED)
            .writeTimeout(Duration.ZERO)
            // An HTTP/2 connection that died unnoticed would take each call to its deadline.
            .pingInterval(Duration.ofSeconds(10));
    if (!settings.baseUrl().isHttps()) {
      builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT)); // Loads no certificates.
    }
    return builder;
  }

  /** Our attempts are the requests: nothing else may send one again, or send it elsewhere. */
  private static void sendOnlyOnce(OkHttpClient.Builder builder) {
    builder
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .authenticator(Authenticator.NONE);
  }

  /** OkHttp's own dispatcher keeps a JVM alive, and runs five calls to a host. */
  private static Dispatcher dispatcher() {
    ExecutorService threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            5,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            new DaemonThreads("clerk-bapi-http-"));
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(Slots.COUNT);
    dispatcher.setMaxRequestsPerHost(Slots.COUNT);
    return dispatcher;
  }
}
