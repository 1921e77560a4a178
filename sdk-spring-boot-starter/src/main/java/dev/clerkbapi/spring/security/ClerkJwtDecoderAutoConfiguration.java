package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.TokenVerifier;
import dev.clerkbapi.spring.ClerkAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Makes a {@link JwtDecoder} for an application that asks for it by {@code clerk.jwt-decoder=true}
 * and has none. Boot then makes the rest of a resource server, as for any decoder; and its own
 * properties, {@code spring.security.oauth2.resourceserver.jwt}, keep their meaning for all others.
 */
@AutoConfiguration(
    after = ClerkAutoConfiguration.class,
    beforeName = {
      "org.springframework.boot.autoconfigure.security.oauth2.resource.servlet"
          + ".OAuth2ResourceServerAutoConfiguration", // Boot 3.5
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure"
          + ".OAuth2ResourceServerAutoConfiguration" // Boot 4.1
    })
@ConditionalOnClass(JwtDecoder.class)
@ConditionalOnProperty(name = "clerk.enabled", matchIfMissing = true)
public class ClerkJwtDecoderAutoConfiguration {
  ClerkJwtDecoderAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean(JwtDecoder.class)
  @ConditionalOnProperty(name = "clerk.jwt-decoder", havingValue = "true")
  ClerkJwtDecoder clerkJwtDecoder(TokenVerifier verifier) {
    return new ClerkJwtDecoder(verifier);
  }
}
