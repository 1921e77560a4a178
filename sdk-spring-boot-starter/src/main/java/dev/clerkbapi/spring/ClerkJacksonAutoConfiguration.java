package dev.clerkbapi.spring;

import dev.clerkbapi.jackson.ClerkJackson2Module;
import dev.clerkbapi.jackson.ClerkJacksonModule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets controllers return and take models: Boot adds these modules to the application's mappers. In
 * Boot 3 that is Jackson 2, in Boot 4 Jackson 3, unless the application says otherwise.
 */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration",
      "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
      "org.springframework.boot.jackson2.autoconfigure.Jackson2AutoConfiguration"
    })
public class ClerkJacksonAutoConfiguration {
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(com.fasterxml.jackson.databind.ObjectMapper.class)
  static class Jackson2 {
    @Bean
    @ConditionalOnMissingBean
    ClerkJackson2Module clerkJackson2Module() {
      return new ClerkJackson2Module();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(tools.jackson.databind.ObjectMapper.class)
  static class Jackson3 {
    @Bean
    @ConditionalOnMissingBean
    ClerkJacksonModule clerkJacksonModule() {
      return new ClerkJacksonModule();
    }
  }
}
