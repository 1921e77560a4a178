package dev.clerkbapi.spring;

import dev.clerkbapi.ClerkClient;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Conditional;

/** Matches if there is something to verify tokens with; a machine's key fetches no public keys. */
final class OnKeyForTokens extends AnyNestedCondition {
  OnKeyForTokens() {
    super(ConfigurationPhase.REGISTER_BEAN);
  }

  @ConditionalOnAnyClerkProperty({"clerk.secret-key", "clerk.jwt-key"})
  static final class Property {}

  @ConditionalOnBean(ClerkClient.class)
  @Conditional(NoMachine.class)
  static final class ClientOfTheApplication {}

  /** Whether there is no key of a machine, whose client would be no use. */
  static final class NoMachine extends NoneNestedConditions {
    NoMachine() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnAnyClerkProperty("clerk.machine-secret-key")
    static final class Machine {}
  }
}
