package dev.clerkbapi.spring;

import dev.clerkbapi.auth.TokenVerifierBuilder;

/**
 * Changes the application's {@link dev.clerkbapi.auth.TokenVerifier} where properties do not
 * suffice. Each bean of this type gets the builder after the properties were set, in the order of
 * {@code @Order}.
 */
@FunctionalInterface
public interface TokenVerifierBuilderCustomizer {

  /** Called once, before the verifier is built. */
  void customize(TokenVerifierBuilder builder);
}
