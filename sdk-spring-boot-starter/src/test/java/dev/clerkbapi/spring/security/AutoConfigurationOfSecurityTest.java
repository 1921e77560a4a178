package dev.clerkbapi.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.auth.TokenVerifier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class AutoConfigurationOfSecurityTest {
  private static final AutoConfigurations OURS_AND_BOOTS =
      AutoConfigurations.of(
          ClerkSecurityAutoConfiguration.class,
          ClerkJwtDecoderAutoConfiguration.class,
          OAuth2ResourceServerAutoConfiguration.class);
  private static final String ASKED_FOR = "clerk.jwt-decoder=true";
  private static final String BOOTS =
      "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://localhost:1/jwks";

  private final WebApplicationContextRunner runner =
      new WebApplicationContextRunner()
          .withConfiguration(OURS_AND_BOOTS)
          .withConfiguration(
              AutoConfigurations.of(SecurityAutoConfiguration.class, WebMvcAutoConfiguration.class))
          .withBean(TokenVerifier.class, () -> Tokens.VERIFIER);

  @Test
  void clerk_isABeanOfServletApplications() {
    runner.run(context -> assertThat(context).getBean("clerk").isInstanceOf(ClerkSecurity.class));
    new ApplicationContextRunner()
        .withConfiguration(OURS_AND_BOOTS)
        .run(context -> assertThat(context).doesNotHaveBean(ClerkSecurity.class));
    runner
        .withPropertyValues("clerk.enabled=false", ASKED_FOR)
        .run(
            context ->
                assertThat(context)
                    .doesNotHaveBean(ClerkSecurity.class)
                    .doesNotHaveBean(JwtDecoder.class));
  }

  @Test
  void withoutSpringSecurity_thereIsNothing() {
    runner
        .withClassLoader(new FilteredClassLoader(HttpSecurity.class, JwtDecoder.class))
        .withPropertyValues(ASKED_FOR)
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("clerk"));
  }

  @Test
  void decoder_isThereOnlyWhenAskedFor() {
    runner.run(context -> assertThat(context).doesNotHaveBean(JwtDecoder.class));
    runner
        .withPropertyValues(ASKED_FOR)
        .run(context -> assertThat(context).hasSingleBean(ClerkJwtDecoder.class));
  }

  @Test
  void decoderOfBoot_isNotDisturbed() {
    runner
        .withPropertyValues(BOOTS)
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(JwtDecoder.class)
                    .doesNotHaveBean(ClerkJwtDecoder.class));
    runner
        .withPropertyValues(BOOTS, ASKED_FOR)
        .run(
            context ->
                assertThat(context).getBean(JwtDecoder.class).isInstanceOf(ClerkJwtDecoder.class));
  }

  static class Own {
    @Bean
    JwtDecoder own() {
      return token -> null;
    }
  }

  @Test
  void decoderOfTheApplication_isTheOnlyOne() {
    runner
        .withPropertyValues(ASKED_FOR)
        .withUserConfiguration(Own.class)
        .run(context -> assertThat(context).hasSingleBean(JwtDecoder.class).hasBean("own"));
  }
}
