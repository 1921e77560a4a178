package dev.clerkbapi.spring;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.auth.RequestAuthenticator;
import dev.clerkbapi.auth.TokenVerifier;
import dev.clerkbapi.webhooks.WebhookVerifier;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Ends the start of an application that has this starter, and nothing for it to work with. */
@Configuration(proxyBeanMethods = false)
@Conditional(NothingSetConfiguration.NothingSet.class)
@ConditionalOnMissingBean({
  ClerkClient.class,
  TokenVerifier.class,
  RequestAuthenticator.class,
  WebhookVerifier.class
})
class NothingSetConfiguration {

  /** Not lazy, even if all other beans are: the first request would be too late. */
  @Bean
  @Lazy(false)
  InitializingBean clerkNeedsAProperty() {
    return () -> {
      throw new ClerkPropertyException(
          "No key of a Clerk instance is set.", NeededProperty.SECRET_KEY.action());
    };
  }

  static final class NothingSet extends NoneNestedConditions {
    NothingSet() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnAnyClerkProperty({
      "clerk.secret-key",
      "clerk.machine-secret-key",
      "clerk.jwt-key",
      "clerk.webhook-signing-secret"
    })
    static final class Any {}
  }
}
