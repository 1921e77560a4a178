package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.RequestAuthenticator;
import dev.clerkbapi.auth.RequestAuthenticatorBuilder;
import dev.clerkbapi.spring.ClerkAutoConfiguration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Makes the bean {@code clerk} in servlet applications with Spring Security. It makes no filter
 * chain: which requests need a token is for the application to say.
 *
 * <p>Chains that name the tokens which they accept are built from the bean of {@link
 * RequestAuthenticatorBuilder}, which has scope {@code prototype}; others use that of {@link
 * RequestAuthenticator}.
 */
@AutoConfiguration(after = ClerkAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(HttpSecurity.class)
@ConditionalOnProperty(name = "clerk.enabled", matchIfMissing = true)
public class ClerkSecurityAutoConfiguration {
  ClerkSecurityAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  ClerkSecurity clerk(
      ListableBeanFactory beans, ObjectProvider<SecurityContextHolderStrategy> contexts) {
    return new ClerkSecurity(
        new Authenticators(beans),
        contexts.getIfAvailable(SecurityContextHolder::getContextHolderStrategy));
  }
}
