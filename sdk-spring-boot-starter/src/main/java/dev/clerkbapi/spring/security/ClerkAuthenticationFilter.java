package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.AuthResult;
import dev.clerkbapi.auth.IncomingRequest;
import dev.clerkbapi.auth.IncomingServletRequest;
import dev.clerkbapi.auth.RequestAuthenticator;
import dev.clerkbapi.auth.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Verifies the token of each request, once. It refuses nothing: a request without a good token goes
 * on as anonymous, and its {@link Outcome} with it.
 */
final class ClerkAuthenticationFilter extends OncePerRequestFilter {
  private final RequestAuthenticator authenticator;
  private final SecurityContextHolderStrategy contexts;
  private final SecurityContextRepository repository =
      new RequestAttributeSecurityContextRepository();
  private final WebAuthenticationDetailsSource details = new WebAuthenticationDetailsSource();

  ClerkAuthenticationFilter(
      RequestAuthenticator authenticator, SecurityContextHolderStrategy contexts) {
    this.authenticator = authenticator;
    this.contexts = contexts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (Outcome.of(request) == null) {
      authenticate(request, response);
    }
    chain.doFilter(request, response);
  }

  private void authenticate(HttpServletRequest request, HttpServletResponse response) {
    IncomingRequest incoming = IncomingServletRequest.of(request);
    boolean inHeader = RequestAuthenticator.hasTokenInHeader(incoming);
    if (!inHeader && contexts.getContext().getAuthentication() != null) {
      return; // Another filter knows who it is.
    }
    AuthResult result = authenticator.authenticate(incoming);
    new Outcome(result, inHeader).keep(request);
    if (result instanceof SignedIn in) {
      signIn(in, inHeader, request, response);
    }
  }

  private void signIn(
      SignedIn in, boolean inHeader, HttpServletRequest request, HttpServletResponse response) {
    ClerkAuthentication authentication =
        inHeader
            ? ClerkAuthentication.ofHeader(in.auth(), in.token())
            : ClerkAuthentication.ofCookie(in.auth(), in.token());
    authentication.setDetails(details.buildDetails(request));
    SecurityContext context = contexts.createEmptyContext();
    context.setAuthentication(authentication);
    contexts.setContext(context);
    repository.saveContext(context, request, response); // For the dispatches that follow.
  }

  /** The page for an error needs to know who it is for, if the error was before this filter. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
