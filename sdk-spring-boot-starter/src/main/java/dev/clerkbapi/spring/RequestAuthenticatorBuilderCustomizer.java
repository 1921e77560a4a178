package dev.clerkbapi.spring;

import dev.clerkbapi.auth.RequestAuthenticatorBuilder;

/**
 * Changes each {@link dev.clerkbapi.auth.RequestAuthenticator} of the application where properties
 * do not suffice. Each bean of this type gets the builder after the properties were set, in the
 * order of {@code @Order}.
 */
@FunctionalInterface
public interface RequestAuthenticatorBuilderCustomizer {

  /** Called for each builder: for the bean, and for those that accept other kinds of tokens. */
  void customize(RequestAuthenticatorBuilder builder);
}
