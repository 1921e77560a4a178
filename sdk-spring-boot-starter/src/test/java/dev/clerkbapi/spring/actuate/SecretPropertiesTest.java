package dev.clerkbapi.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.endpoint.SanitizableData;

/** Secrets are hidden under each of their names, and nothing else is. */
class SecretPropertiesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "clerk.secret-key",
        "clerk.secretKey",
        "CLERK_SECRET_KEY",
        "CLERK_MACHINE_SECRET_KEY",
        "clerk.webhook-signing-secret[1]",
        "CLERK_WEBHOOK_SIGNING_SECRET",
        "clerk.proxy.password",
        "CLERK_PROXY_PASSWORD"
      })
  void secret_isHidden(String name) {
    assertThat(shown(name)).isEqualTo(SanitizableData.SANITIZED_VALUE);
  }

  @Test
  void othersAreShown() {
    assertThat(shown("clerk.timeout")).isEqualTo("value");
    assertThat(shown("shop.secret-key")).isEqualTo("value");
  }

  private static Object shown(String name) {
    return new SecretProperties().apply(new SanitizableData(null, name, "value")).getValue();
  }
}
