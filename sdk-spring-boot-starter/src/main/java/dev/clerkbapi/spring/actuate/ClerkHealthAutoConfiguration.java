package dev.clerkbapi.spring.actuate;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.spring.ClerkAutoConfiguration;
import dev.clerkbapi.spring.ClerkClientBuilderCustomizer;
import java.time.Clock;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The health indicator {@code clerk}, in the type that the application's Boot has. */
@AutoConfiguration(
    after = ClerkAutoConfiguration.class,
    beforeName = {
      "org.springframework.boot.actuate.autoconfigure.health.HealthContributorAutoConfiguration",
      "org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration"
    })
@ConditionalOnClass(SanitizableData.class)
@ConditionalOnBean(ClerkClient.class)
@EnableConfigurationProperties(HealthProperties.class)
public class ClerkHealthAutoConfiguration {
  private static final String BEAN = "clerkHealthIndicator";

  ClerkHealthAutoConfiguration() {}

  @Bean
  LastCall clerkLastCall() {
    return new LastCall(Clock.systemUTC());
  }

  @Bean
  ClerkClientBuilderCustomizer clerkLastCallListener(LastCall lastCall) {
    return builder -> builder.callListener(lastCall);
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(
      name = {
        "org.springframework.boot.actuate.health.HealthIndicator",
        "org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator"
      })
  @org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator(
      "clerk")
  static class Boot3 {
    @Bean(BEAN)
    @ConditionalOnMissingBean(name = BEAN)
    Boot3HealthIndicator clerkHealthIndicator(
        ClerkClient client, LastCall lastCall, HealthProperties properties) {
      return new Boot3HealthIndicator(new ClerkHealth(client, lastCall, properties));
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(
      name = {
        "org.springframework.boot.health.contributor.HealthIndicator",
        "org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator"
      })
  @org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator(
      "clerk")
  static class Boot4 {
    @Bean(BEAN)
    @ConditionalOnMissingBean(name = BEAN)
    Boot4HealthIndicator clerkHealthIndicator(
        ClerkClient client, LastCall lastCall, HealthProperties properties) {
      return new Boot4HealthIndicator(new ClerkHealth(client, lastCall, properties));
    }
  }
}
