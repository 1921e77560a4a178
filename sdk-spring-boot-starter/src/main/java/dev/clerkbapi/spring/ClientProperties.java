package dev.clerkbapi.spring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of the client. A blank one counts as not set, as with environment variables.
 *
 * @param secretKey Secret key of the instance, such as sk_live_...; also as CLERK_SECRET_KEY.
 * @param machineSecretKey Secret key of a machine, such as ak_..., for the operations of M2M
 *     tokens.
 * @param apiUrl URL of the API; /v1 is added if it has no path.
 * @param allowPlainHttp Whether an API URL with http: may be that of another machine.
 * @param timeout Limit of a whole call, with all attempts and the waits between them.
 * @param connectTimeout Limit of one connection attempt.
 * @param retry Repeated attempts.
 * @param rateLimit Budget of requests for this process.
 * @param proxy Proxy between this machine and the API.
 * @param userAgent Name of the application, such as my-shop/1.4, in front of that of the SDK.
 * @param maxResponseSize Largest body of a response, decompressed.
 */
@ConfigurationProperties("clerk")
record ClientProperties(
    @Nullable String secretKey,
    @Nullable String machineSecretKey,
    @DefaultValue("https://api.clerk.com/v1") String apiUrl,
    @DefaultValue("false") boolean allowPlainHttp,
    @DefaultValue("30s") Duration timeout,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue Retry retry,
    @DefaultValue RateLimit rateLimit,
    @DefaultValue Proxy proxy,
    @Nullable String userAgent,
    @DefaultValue("16MB") DataSize maxResponseSize) {

  /**
   * How often.
   *
   * @param maxAttempts Attempts that a call may make, the first one included.
   */
  record Retry(@DefaultValue("3") int maxAttempts) {}

  /**
   * How many requests.
   *
   * @param requests Requests in each period; there is no limit without it.
   * @param period Period in which so many requests are sent.
   */
  record RateLimit(@Nullable Integer requests, @DefaultValue("10s") Duration period) {}

  /**
   * Which proxy.
   *
   * @param host Host of an HTTP proxy; by default, the proxy of the JVM is used.
   * @param port Port of the proxy.
   * @param username User, if the proxy wants a login by the scheme Basic.
   * @param password Password of this user.
   */
  record Proxy(
      @Nullable String host,
      @DefaultValue("3128") int port,
      @Nullable String username,
      @Nullable String password) {
    @Override
    public String toString() {
      return "Proxy[" + host + ":" + port + "]";
    }
  }

  /** Leaves out the keys. */
  @Override
  public String toString() {
    return "ClientProperties[" + apiUrl + ", " + timeout + ", " + retry + ", " + proxy + "]";
  }
}
