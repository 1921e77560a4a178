package dev.clerkbapi.spring.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Responds with 403 to somebody who is known, and may not do what they asked for. */
final class ClerkAccessDenied implements AccessDeniedHandler {
  private final SecurityContextHolderStrategy contexts;

  ClerkAccessDenied(SecurityContextHolderStrategy contexts) {
    this.contexts = contexts;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    if (denied instanceof AuthorizationDeniedException e
        && e.getAuthorizationResult() instanceof ReverificationDecision decision) {
      forbid(response, decision.refusalBody());
    } else if (denied instanceof CsrfException) {
      forbid(response, "{\"error\":\"invalid_csrf_token\"}");
    } else {
      insufficient(response);
    }
  }

  private void insufficient(HttpServletResponse response) throws IOException {
    if (contexts.getContext().getAuthentication() instanceof ClerkAuthentication by
        && by.isTokenInHeader()) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
    }
    forbid(response, "{\"error\":\"insufficient_scope\"}");
  }

  private static void forbid(HttpServletResponse response, String body) throws IOException {
    JsonResponses.write(response, HttpServletResponse.SC_FORBIDDEN, body);
  }
}
