package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.IncomingServletRequest;
import dev.clerkbapi.auth.RequestAuthenticator;
import dev.clerkbapi.auth.TokenType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Authenticates the requests of a filter chain by their Clerk tokens; made by {@link
 * ClerkSecurity#requests()}.
 *
 * <ul>
 *   <li>A request without a token goes on as anonymous. So does one with bad cookies, and one whose
 *       token cannot be verified now. Where somebody must be signed in, it is refused with 401, or
 *       with 500 or 503 if the caller is not to blame.
 *   <li>A bad token in the header is refused with 401 everywhere.
 *   <li>A token in the header needs no CSRF token; one in a cookie does.
 *   <li>A request that is refused is not saved in an HTTP session, unless the application has a
 *       {@link RequestCache}.
 * </ul>
 *
 * <p>An entry point or an access-denied handler that the application sets by {@code
 * http.exceptionHandling(..)} is used in place of these responses.
 */
public final class ClerkRequestsConfigurer
    extends AbstractHttpConfigurer<ClerkRequestsConfigurer, HttpSecurity> {
  private final Authenticators authenticators;
  private final SecurityContextHolderStrategy contexts;
  private @Nullable RequestAuthenticator authenticator;
  private TokenType @Nullable [] accepted;
  private boolean tellsMessages;

  ClerkRequestsConfigurer(Authenticators authenticators, SecurityContextHolderStrategy contexts) {
    this.authenticators = authenticators;
    this.contexts = contexts;
  }

  /**
   * Accepts these kinds of tokens in this chain, and else what the application is configured for.
   *
   * @param types such as {@code TokenType.SESSION_TOKEN, TokenType.API_KEY}
   * @throws IllegalArgumentException if there is none
   */
  public ClerkRequestsConfigurer accepts(TokenType... types) {
    if (types.length == 0) {
      throw new IllegalArgumentException("accepts() names no kind of token");
    }
    this.accepted = types.clone();
    return this;
  }

  /**
   * Sets an authenticator for this chain alone, which goes before the bean and {@link #accepts}.
   *
   * @param own see {@link RequestAuthenticator#builder()}
   */
  public ClerkRequestsConfigurer authenticator(RequestAuthenticator own) {
    this.authenticator = Objects.requireNonNull(own, "authenticator");
    return this;
  }

  /**
   * Sets whether responses have the header {@code x-clerk-auth-message}, which says how this server
   * is configured; false by default. The reason is told in any case.
   *
   * @param told true in development
   */
  public ClerkRequestsConfigurer tellMessages(boolean told) {
    this.tellsMessages = told;
    return this;
  }

  /** Called by Spring Security. */
  @Override
  public void setBuilder(HttpSecurity http) {
    super.setBuilder(http);
    ApplicationContext beans = http.getSharedObject(ApplicationContext.class);
    if (http.getSharedObject(RequestCache.class) == null
        && beans.getBeanProvider(RequestCache.class).getIfAvailable() == null) {
      http.setSharedObject(RequestCache.class, new NullRequestCache());
    }
  }

  /** Called by Spring Security. */
  @Override
  @SuppressWarnings("unchecked") // Their only type argument is the builder.
  public void init(HttpSecurity http) {
    CsrfConfigurer<HttpSecurity> csrf = http.getConfigurer(CsrfConfigurer.class);
    if (csrf != null) {
      csrf.ignoringRequestMatchers(this::isTokenInHeader);
    }
    ExceptionHandlingConfigurer<HttpSecurity> exceptions =
        http.getConfigurer(ExceptionHandlingConfigurer.class);
    if (exceptions != null) {
      exceptions
          .defaultAuthenticationEntryPointFor(
              new ClerkEntryPoint(tellsMessages), AnyRequestMatcher.INSTANCE)
          .defaultAccessDeniedHandlerFor(
              new ClerkAccessDenied(contexts), AnyRequestMatcher.INSTANCE);
    }
  }

  /** A bad token in the header passes here as well, and is refused behind. */
  private boolean isTokenInHeader(HttpServletRequest request) {
    return RequestAuthenticator.hasTokenInHeader(IncomingServletRequest.of(request))
        || (contexts.getContext().getAuthentication() instanceof ClerkAuthentication known
            && known.isTokenInHeader());
  }

  /** Called by Spring Security. */
  @Override
  public void configure(HttpSecurity http) {
    RequestAuthenticator used =
        authenticator == null ? authenticators.accepting(accepted) : authenticator;
    http.addFilterBefore(
        new ClerkAuthenticationFilter(used, contexts), AnonymousAuthenticationFilter.class);
    http.addFilterBefore(new RefusedTokenFilter(contexts), AuthorizationFilter.class);
  }
}
