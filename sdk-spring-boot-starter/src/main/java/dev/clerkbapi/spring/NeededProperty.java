package dev.clerkbapi.spring;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.auth.RequestAuthenticator;
import dev.clerkbapi.auth.RequestAuthenticatorBuilder;
import dev.clerkbapi.auth.TokenVerifier;
import dev.clerkbapi.webhooks.WebhookVerifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** Which property makes which bean, in words for whoever has not set it. */
@SuppressWarnings("ImmutableEnumChecker") // Its lists are made by List.of.
enum NeededProperty {
  SECRET_KEY(
      "Set clerk.secret-key, or the environment variable CLERK_SECRET_KEY, to the secret key of your"
          + " Clerk instance; a test can use @AutoConfigureFakeBapi instead.",
      List.of("clerk.secret-key", "clerk.machine-secret-key"),
      ClerkClient.class),
  KEY_FOR_TOKENS(
      "Set clerk.secret-key, or the environment variable CLERK_SECRET_KEY, to the secret key of your"
          + " Clerk instance, or clerk.jwt-key (CLERK_JWT_KEY) to its public key.",
      List.of("clerk.secret-key", "clerk.jwt-key"),
      TokenVerifier.class,
      RequestAuthenticator.class,
      RequestAuthenticatorBuilder.class),
  WEBHOOK_SECRET(
      "Set clerk.webhook-signing-secret, or the environment variable CLERK_WEBHOOK_SIGNING_SECRET, to"
          + " the signing secret of your endpoint, which the Clerk dashboard shows.",
      List.of("clerk.webhook-signing-secret"),
      WebhookVerifier.class);

  private final String action;
  private final List<String> properties;
  private final List<Class<?>> types;

  NeededProperty(String action, List<String> properties, Class<?>... types) {
    this.action = action;
    this.properties = properties;
    this.types = List.of(types);
  }

  /** Returns which one makes beans of a type. */
  static Optional<NeededProperty> of(Class<?> type) {
    return Arrays.stream(values()).filter(each -> each.types.contains(type)).findAny();
  }

  /** Returns the sentence that says what to set. */
  String action() {
    return action;
  }

  /** Returns the properties, one of which is enough. */
  String names() {
    return String.join(" or ", properties);
  }

  boolean isSet(Environment environment) {
    return properties.stream().anyMatch(name -> OnAnyClerkProperty.isSet(environment, name));
  }
}
