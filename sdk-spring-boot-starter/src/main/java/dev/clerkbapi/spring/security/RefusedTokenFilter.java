package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.AuthReason;
import dev.clerkbapi.auth.SignedOut;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a bad token in the header, even where nobody needs one: its sender believes to be signed
 * in. It stands behind the filter that hands exceptions to the entry point.
 */
final class RefusedTokenFilter extends OncePerRequestFilter {
  private final SecurityContextHolderStrategy contexts;

  RefusedTokenFilter(SecurityContextHolderStrategy contexts) {
    this.contexts = contexts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Outcome outcome = Outcome.of(request);
    SignedOut out = outcome == null ? null : outcome.signedOut();
    if (outcome != null && out != null && outcome.inHeader() && isRefused(out)) {
      throw new ClerkAuthenticationException(out);
    }
    chain.doFilter(request, response);
  }

  /** If Clerk failed, the request may go on as nobody's; as somebody else's it would skip CSRF. */
  private boolean isRefused(SignedOut out) {
    return out.fate() == AuthReason.Fate.CALLER
        || !isAnonymous(contexts.getContext().getAuthentication());
  }

  private static boolean isAnonymous(@Nullable Authentication authentication) {
    return authentication == null || authentication instanceof AnonymousAuthenticationToken;
  }
}
