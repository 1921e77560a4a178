package dev.clerkbapi.spring;

import dev.clerkbapi.ClerkClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Makes the client and what verifies tokens and webhooks, each unless the application has one. */
@AutoConfiguration
public class ClerkAutoConfiguration {
  @Bean
  @ConditionalOnMissingBean
  ClerkClient clerkClient() {
    return ClerkClient.fromEnv();
  }
}
