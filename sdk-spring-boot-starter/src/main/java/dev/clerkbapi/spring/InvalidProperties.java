package dev.clerkbapi.spring;

import java.util.function.Supplier;

/** What a builder refuses is a mistake in the properties, or in a customizer. */
final class InvalidProperties {
  private InvalidProperties() {}

  /**
   * Returns what is built.
   *
   * @param what such as {@code client}
   * @throws ClerkPropertyException with the builder's own sentence, which contains no secret
   */
  static <T> T explained(String what, Supplier<T> built) {
    try {
      return built.get();
    } catch (IllegalArgumentException | IllegalStateException e) {
      ClerkPropertyException explained =
          new ClerkPropertyException(
              "Clerk's " + what + " cannot be made: " + e.getMessage(),
              "Correct the property of that name under 'clerk.', or the customizer that sets it.");
      explained.initCause(e);
      throw explained;
    }
  }
}
