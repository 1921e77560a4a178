package dev.clerkbapi.spring;

import dev.clerkbapi.webhooks.WebhookVerifier;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Hands verified webhooks to the parameters that are marked with {@link ClerkWebhook}. */
@AutoConfiguration(after = ClerkAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(WebMvcConfigurer.class)
@EnableConfigurationProperties(WebhookProperties.class)
public class ClerkWebhookAutoConfiguration {
  ClerkWebhookAutoConfiguration() {}

  @Bean
  WebMvcConfigurer clerkWebhookArguments(
      ObjectProvider<WebhookVerifier> verifier, WebhookProperties properties) {
    WebhookArgument argument = new WebhookArgument(verifier::getObject, properties.maxBodyBytes());
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(argument);
      }

      /** Before the application's own handlers, one of which may be for all exceptions. */
      @Override
      public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(0, new RefusedWebhooks());
      }
    };
  }

  @Bean
  WebhookRoutes clerkWebhookRoutes(
      ObjectProvider<RequestMappingHandlerMapping> mappings,
      ObjectProvider<WebhookVerifier> verifier) {
    return new WebhookRoutes(mappings, verifier);
  }
}
