package dev.clerkbapi.spring;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.ClerkClientBuilder;
import dev.clerkbapi.auth.RequestAuthenticator;
import dev.clerkbapi.auth.RequestAuthenticatorBuilder;
import dev.clerkbapi.auth.TokenVerifier;
import dev.clerkbapi.auth.TokenVerifierBuilder;
import dev.clerkbapi.webhooks.WebhookVerifier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;

/**
 * Makes the client and what verifies tokens and webhooks, each if the properties that it needs are
 * set, and unless the application has one of its own.
 */
@AutoConfiguration
@ConditionalOnProperty(name = "clerk.enabled", matchIfMissing = true)
@Import(NothingSetConfiguration.class)
@EnableConfigurationProperties({
  ClientProperties.class,
  TokenProperties.class,
  WebhookProperties.class
})
public class ClerkAutoConfiguration {
  ClerkAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnAnyClerkProperty({"clerk.secret-key", "clerk.machine-secret-key"})
  ClerkClient clerkClient(
      ClientProperties properties, ObjectProvider<ClerkClientBuilderCustomizer> customizers) {
    return InvalidProperties.explained(
        "client",
        () -> {
          ClerkClientBuilder builder = ClerkBuilders.client(properties);
          customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
          return builder.build();
        });
  }

  @Bean
  @ConditionalOnMissingBean
  @Conditional(OnKeyForTokens.class)
  TokenVerifier clerkTokenVerifier(
      TokenProperties properties,
      ObjectProvider<ClerkClient> client,
      ObjectProvider<TokenVerifierBuilderCustomizer> customizers) {
    return InvalidProperties.explained(
        "token verifier",
        () -> {
          TokenVerifierBuilder builder = ClerkBuilders.tokens(properties, client.getIfAvailable());
          customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
          return builder.build();
        });
  }

  @Bean
  @ConditionalOnMissingBean
  @Conditional(OnKeyForTokens.class)
  RequestAuthenticator clerkRequestAuthenticator(RequestAuthenticatorBuilder builder) {
    return InvalidProperties.explained("request authenticator", builder::build);
  }

  /** A new one for each who asks: for authenticators that accept other kinds of tokens. */
  @Bean
  @Scope("prototype")
  @ConditionalOnMissingBean
  @Conditional(OnKeyForTokens.class)
  RequestAuthenticatorBuilder clerkRequestAuthenticatorBuilder(
      TokenProperties properties,
      ObjectProvider<ClerkClient> client,
      ObjectProvider<RequestAuthenticatorBuilderCustomizer> customizers) {
    return InvalidProperties.explained(
        "request authenticator",
        () -> {
          RequestAuthenticatorBuilder builder =
              ClerkBuilders.requests(properties, client.getIfAvailable());
          customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
          return builder;
        });
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnAnyClerkProperty("clerk.webhook-signing-secret")
  WebhookVerifier clerkWebhookVerifier(WebhookProperties properties) {
    return InvalidProperties.explained(
        "webhook verifier", () -> ClerkBuilders.webhooks(properties));
  }
}
