package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.RequestAuthenticator;
import dev.clerkbapi.auth.RequestAuthenticatorBuilder;
import dev.clerkbapi.auth.TokenType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Finds the authenticator of a filter chain among the application's beans. */
final class Authenticators {
  private final ObjectProvider<RequestAuthenticator> ready;
  private final ObjectProvider<RequestAuthenticatorBuilder> builders;

  /**
   * @param builders give a new one each time, with all settings of the application
   */
  Authenticators(
      ObjectProvider<RequestAuthenticator> ready,
      ObjectProvider<RequestAuthenticatorBuilder> builders) {
    this.ready = ready;
    this.builders = builders;
  }

  /** Returns one for these kinds of tokens; the bean as it is for null. */
  RequestAuthenticator accepting(TokenType @Nullable [] types) {
    if (types == null) {
      return ready.getObject();
    }
    RequestAuthenticatorBuilder builder = builders.getIfAvailable();
    if (builder == null) {
      throw new IllegalStateException(
          "accepts(..) needs a bean of RequestAuthenticatorBuilder, and there is none beside a"
              + " RequestAuthenticator of your own: name the kinds of tokens there, or use"
              + " authenticator(..)");
    }
    return types.length == 1
        ? builder.acceptsToken(types[0]).build()
        : builder.acceptsTokens(types).build();
  }
}
