package dev.clerkbapi.spring.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.RetryPolicy;
import dev.clerkbapi.auth.RequestAuthenticator;
import dev.clerkbapi.auth.TokenVerificationException;
import dev.clerkbapi.auth.TokenVerifier;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.WebhookSigner;
import dev.clerkbapi.webhooks.WebhookVerifier;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** A test's application calls the fake, and accepts what the test signs. */
@SpringBootTest(
    classes = AutoConfigureFakeBapiTest.Application.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = "clerk.secret-key=sk_live_real")
@AutoConfigureFakeBapi
class AutoConfigureFakeBapiTest {
  @Autowired private FakeBapi bapi;
  @Autowired private ClerkClient clerk;
  @Autowired private TokenVerifier verifier;
  @Autowired private WebhookSigner webhooks;
  @Autowired private WebhookVerifier webhookVerifier;

  @Test
  void client_callsTheFakeWhateverTheSecretKeyIs() {
    bapi.addUser("user_1");

    assertThat(clerk.users().lockUser("user_1").locked()).isTrue();
    assertThat(bapi.isLocked("user_1")).isTrue();
  }

  @Test
  void anotherTest_findsTheFakeEmpty() {
    assertThat(bapi.requests()).isEmpty();
    assertThat(bapi.isLocked("user_1")).isFalse();
    bapi.addUser("user_1");
    bapi.stub("GET", "/v1/jwks", 500, "");
    clerk.users().lockUser("user_1");
  }

  @Test
  void tokens_areThoseOfTheFakeAndOfItsClock() {
    String token = bapi.tokens().session("user_1").sign();
    assertThat(verifier.verify(token).userId()).isEqualTo("user_1");

    bapi.advance(Duration.ofMinutes(10));

    assertThat(catchThrowableOfType(TokenVerificationException.class, () -> verifier.verify(token)))
        .hasMessageContaining("token-expired");
  }

  @Test
  void webhooks_areThoseOfTheSigner() {
    var created = webhooks.event("user.created");

    assertThat(webhookVerifier.verify(created.headers()::get, created.body()).id())
        .isEqualTo(created.id());
  }

  @Nested
  @TestPropertySource(properties = "clerk.timeout=1m")
  class Inside {
    @Autowired private FakeBapi another;
    @Autowired private ClerkClient client;
    @Autowired private RequestAuthenticator authenticator;

    @Test
    void nestedClass_hasAFakeToo() {
      another.addUser("user_2");

      assertThat(client.users().lockUser("user_2").locked()).isTrue();
      assertThat(authenticator).isNotNull();
    }
  }

  @Test
  void closedContext_stopsTheFake() {
    AtomicReference<FakeBapi> fake = new AtomicReference<>();
    new ApplicationContextRunner()
        .withInitializer(
            context -> new FakeBapiInitializer().initialize((GenericApplicationContext) context))
        .run(context -> fake.set(context.getBean(FakeBapi.class)));

    try (ClerkClient late =
        ClerkClient.builder()
            .secretKey(fake.get().secretKey())
            .baseUrl(fake.get().baseUrl())
            .retryPolicy(RetryPolicy.none())
            .build()) {
      assertThatExceptionOfType(ClerkTransportException.class)
          .isThrownBy(() -> late.jwks().getJwks());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}
}
