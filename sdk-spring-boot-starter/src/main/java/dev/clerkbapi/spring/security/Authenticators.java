package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.RequestAuthenticator;
import dev.clerkbapi.auth.RequestAuthenticatorBuilder;
import dev.clerkbapi.auth.TokenType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/** Finds the authenticator of a filter chain among the application's beans. */
final class Authenticators {
  /** The bean that the starter makes, from the same settings as each builder. */
  private static final String CONFIGURED = "clerkRequestAuthenticator";

  private final ListableBeanFactory beans;

  Authenticators(ListableBeanFactory beans) {
    this.beans = beans;
  }

  /** Returns one for these kinds of tokens; the bean as it is for null. */
  RequestAuthenticator accepting(TokenType @Nullable [] types) {
    if (types == null) {
      return beans.getBean(RequestAuthenticator.class);
    }
    refuseOwn();
    RequestAuthenticatorBuilder builder = beans.getBean(RequestAuthenticatorBuilder.class);
    return types.length == 1
        ? builder.acceptsToken(types[0]).build()
        : builder.acceptsTokens(types).build();
  }

  /** Which kinds it accepts was decided when it was built, and it must not be passed over. */
  private void refuseOwn() {
    for (String name : beans.getBeanNamesForType(RequestAuthenticator.class)) {
      if (!CONFIGURED.equals(name)) {
        throw new IllegalStateException(
            "accepts(..) does not apply to the RequestAuthenticator "
                + name
                + ", which is the application's own: leave accepts(..) out and name the kinds of"
                + " tokens where it is built, or give authenticator(..) another one");
      }
    }
  }
}
