package dev.clerkbapi.spring;

import dev.clerkbapi.webhooks.WebhookVerifier;
import java.util.Arrays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodParameter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Checks at start-up that each {@link ClerkWebhook} can be had; the first delivery is too late. */
final class WebhookRoutes implements SmartInitializingSingleton {
  private final ObjectProvider<RequestMappingHandlerMapping> mappings;
  private final ObjectProvider<WebhookVerifier> verifier;

  WebhookRoutes(
      ObjectProvider<RequestMappingHandlerMapping> mappings,
      ObjectProvider<WebhookVerifier> verifier) {
    this.mappings = mappings;
    this.verifier = verifier;
  }

  @Override
  public void afterSingletonsInstantiated() {
    mappings.stream()
        .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
        .flatMap(method -> Arrays.stream(method.getMethodParameters()))
        .filter(parameter -> parameter.hasParameterAnnotation(ClerkWebhook.class))
        .forEach(this::check);
  }

  private void check(MethodParameter parameter) {
    String where = parameter.getExecutable().toGenericString();
    if (!WebhookArgument.isOfKnownType(parameter)) {
      throw new ClerkPropertyException(
          "@ClerkWebhook in " + where + " is on a parameter of another type.",
          "Let it be a WebhookEvent or a WebhookDelivery; find out which event it is with"
              + " instanceof.");
    }
    if (verifier.getIfAvailable() == null) {
      throw new ClerkPropertyException(
          "@ClerkWebhook in " + where + " needs a secret, and none is set.",
          NeededProperty.WEBHOOK_SECRET.action());
    }
  }
}
