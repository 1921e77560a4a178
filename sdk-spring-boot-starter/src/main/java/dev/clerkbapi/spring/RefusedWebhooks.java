package dev.clerkbapi.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Responds to a refused webhook with 400, as the verifier says, and logs why. Not by {@code
 * sendError}: the page for errors may need a session, and the status would become 401.
 */
final class RefusedWebhooks implements HandlerExceptionResolver {
  private static final System.Logger LOGGER = System.getLogger("dev.clerkbapi.webhooks");

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception thrown) {
    if (!(thrown instanceof RefusedWebhookException)) {
      return null;
    }
    LOGGER.log(System.Logger.Level.WARNING, "Refused a webhook: {0}", thrown.getMessage());
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    return new ModelAndView();
  }
}
