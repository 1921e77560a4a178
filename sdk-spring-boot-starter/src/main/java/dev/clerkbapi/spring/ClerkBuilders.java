package dev.clerkbapi.spring;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.ClerkClientBuilder;
import dev.clerkbapi.RateLimit;
import dev.clerkbapi.RetryPolicy;
import dev.clerkbapi.auth.RequestAuthenticator;
import dev.clerkbapi.auth.RequestAuthenticatorBuilder;
import dev.clerkbapi.auth.TokenVerifier;
import dev.clerkbapi.auth.TokenVerifierBuilder;
import dev.clerkbapi.webhooks.WebhookVerifier;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Builders with what the properties say. */
final class ClerkBuilders {
  private ClerkBuilders() {}

  static ClerkClientBuilder client(ClientProperties properties) {
    ClerkClientBuilder builder =
        ClerkClient.builder()
            .apiUrl(properties.apiUrl())
            .allowPlainHttp(properties.allowPlainHttp())
            .timeout(properties.timeout())
            .connectTimeout(properties.connectTimeout())
            .retryPolicy(RetryPolicy.defaults().withMaxAttempts(properties.retry().maxAttempts()))
            .maxResponseBytes(properties.maxResponseSize().toBytes());
    whenSet(properties.secretKey(), builder::secretKey);
    whenSet(properties.machineSecretKey(), builder::machineSecretKey);
    whenSet(properties.userAgent(), builder::userAgent);
    Integer requests = properties.rateLimit().requests();
    if (requests != null) {
      builder.rateLimit(RateLimit.of(requests, properties.rateLimit().period()));
    }
    ClientProperties.Proxy proxy = properties.proxy();
    whenSet(proxy.host(), host -> proxy(builder, host, proxy));
    return builder;
  }

  private static void proxy(
      ClerkClientBuilder builder, String host, ClientProperties.Proxy settings) {
    InetSocketAddress address = InetSocketAddress.createUnresolved(host, settings.port());
    Proxy proxy = new Proxy(Proxy.Type.HTTP, address);
    String password = settings.password() == null ? "" : settings.password();
    builder.proxy(proxy);
    whenSet(settings.username(), user -> builder.proxy(proxy, user, password));
  }

  static TokenVerifierBuilder tokens(TokenProperties properties, @Nullable ClerkClient client) {
    TokenVerifierBuilder builder =
        TokenVerifier.builder()
            .authorizedParties(properties.authorizedParties())
            .audience(properties.audience().toArray(String[]::new))
            .clockSkew(properties.clockSkew());
    if (client != null) {
      builder.client(client);
    }
    whenSet(properties.jwtKey(), builder::jwtKey);
    return builder;
  }

  static RequestAuthenticatorBuilder requests(
      TokenProperties properties, @Nullable ClerkClient client) {
    RequestAuthenticatorBuilder builder =
        RequestAuthenticator.builder()
            .authorizedParties(properties.authorizedParties())
            .audience(properties.audience().toArray(String[]::new))
            .clockSkew(properties.clockSkew());
    if (client != null) {
      builder.client(client);
    }
    whenSet(properties.jwtKey(), builder::jwtKey);
    whenSet(properties.publishableKey(), builder::publishableKey);
    return builder;
  }

  static WebhookVerifier webhooks(WebhookProperties properties) {
    WebhookVerifier.Builder builder =
        WebhookVerifier.builder()
            .tolerance(properties.webhookTolerance())
            .maxBodyBytes(properties.maxBodyBytes());
    properties.webhookSigningSecret().stream()
        .filter(StringUtils::hasText)
        .forEach(builder::secret);
    return builder.build();
  }

  /** A blank one is not: a variable that a deployment leaves empty. */
  private static void whenSet(@Nullable String value, Consumer<String> setter) {
    if (value != null && !value.isBlank()) {
      setter.accept(value);
    }
  }
}
