package dev.clerkbapi.samples.spring.app;

import dev.clerkbapi.auth.TokenType;
import dev.clerkbapi.spring.security.ClerkSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Who may send which request. */
@Configuration
@EnableMethodSecurity
class SecurityConfiguration {
  @Bean
  SecurityFilterChain routes(HttpSecurity http, ClerkSecurity clerk) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/webhooks/clerk", "/actuator/health")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .csrf(csrf -> csrf.ignoringRequestMatchers("/webhooks/clerk"))
        .with(clerk.requests(), c -> c.accepts(TokenType.SESSION_TOKEN, TokenType.API_KEY))
        .build();
  }
}
