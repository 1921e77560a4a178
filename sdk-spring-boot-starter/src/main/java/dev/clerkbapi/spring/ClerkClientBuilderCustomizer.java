package dev.clerkbapi.spring;

import dev.clerkbapi.ClerkClientBuilder;

/**
 * Changes the application's {@link dev.clerkbapi.ClerkClient} where properties do not suffice. Each
 * bean of this type gets the builder after the properties were set, in the order of {@code @Order}.
 *
 * <pre>{@code
 * @Bean
 * ClerkClientBuilderCustomizer shop() {
 *   return builder -> builder.header("X-Application", "my-shop");
 * }
 * }</pre>
 */
@FunctionalInterface
public interface ClerkClientBuilderCustomizer {

  /** Called once, before the client is built. */
  void customize(ClerkClientBuilder builder);
}
