package dev.clerkbapi.spring;

import dev.clerkbapi.webhooks.WebhookDelivery;
import dev.clerkbapi.webhooks.WebhookEvent;
import dev.clerkbapi.webhooks.WebhookReason;
import dev.clerkbapi.webhooks.WebhookVerificationException;
import dev.clerkbapi.webhooks.WebhookVerifier;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the bytes of the request, before anything parses them, and verifies them. */
final class WebhookArgument implements HandlerMethodArgumentResolver {
  private final Supplier<WebhookVerifier> verifier;
  private final int maxBodyBytes;

  /** The verifier may be missing as long as nobody asks for webhooks. */
  WebhookArgument(Supplier<WebhookVerifier> verifier, int maxBodyBytes) {
    this.verifier = verifier;
    this.maxBodyBytes = maxBodyBytes;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(ClerkWebhook.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer model,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders)
      throws IOException {
    WebhookDelivery delivery =
        verify(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    return parameter.getParameterType() == WebhookEvent.class ? delivery.event() : delivery;
  }

  /** Returns whether a parameter can have such a value. */
  static boolean isOfKnownType(MethodParameter parameter) {
    return parameter.getParameterType() == WebhookEvent.class
        || parameter.getParameterType() == WebhookDelivery.class;
  }

  private WebhookDelivery verify(HttpServletRequest request) throws IOException {
    try {
      return verifier.get().verify(request::getHeader, body(request));
    } catch (WebhookVerificationException e) {
      throw new RefusedWebhookException(String.valueOf(e.getMessage()));
    }
  }

  /** Who sends is not known yet: a large body is not read to its end. */
  private byte[] body(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() <= maxBodyBytes) {
      byte[] body = request.getInputStream().readNBytes(maxBodyBytes + 1);
      if (body.length <= maxBodyBytes) {
        return body;
      }
    }
    throw new RefusedWebhookException(
        WebhookReason.BODY_TOO_LARGE
            + (": the body has more than " + maxBodyBytes + " bytes, which")
            + " clerk.webhook-max-body-size permits");
  }
}
