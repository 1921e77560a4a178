package dev.clerkbapi.spring.actuate;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Keeps Clerk's keys out of the actuator's endpoints. */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public class ClerkActuatorAutoConfiguration {
  ClerkActuatorAutoConfiguration() {}

  @Bean
  SanitizingFunction clerkSecretProperties() {
    return new SecretProperties();
  }
}
