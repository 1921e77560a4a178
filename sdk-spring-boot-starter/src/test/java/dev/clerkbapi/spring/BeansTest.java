package dev.clerkbapi.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.auth.RequestAuthenticator;
import dev.clerkbapi.auth.RequestAuthenticatorBuilder;
import dev.clerkbapi.auth.TokenType;
import dev.clerkbapi.auth.TokenVerifier;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.TokenSigner;
import dev.clerkbapi.testing.WebhookSigner;
import dev.clerkbapi.webhooks.WebhookVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Which beans there are, by what is set. */
class BeansTest {
  private static final String KEY = "clerk.secret-key=sk_test_1";
  private static final String MACHINE = "clerk.machine-secret-key=ak_1";
  private static final WebhookSigner WEBHOOKS = WebhookSigner.create();

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class));

  @Test
  void secretKey_makesClientVerifierAndAuthenticator() {
    runner
        .withPropertyValues(KEY)
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(ClerkClient.class)
                    .hasBean("clerkClient")
                    .hasBean("clerkTokenVerifier")
                    .hasBean("clerkRequestAuthenticator")
                    .doesNotHaveBean(WebhookVerifier.class));
  }

  @Test
  void jwtKeyAlone_verifiesWithoutClient() {
    TokenSigner signer = TokenSigner.create();
    runner
        .withPropertyValues("clerk.jwt-key=" + signer.jwtKey())
        .run(
            context -> {
              assertThat(context).doesNotHaveBean(ClerkClient.class);
              assertThat(context).hasSingleBean(RequestAuthenticator.class);
              TokenVerifier verifier = context.getBean(TokenVerifier.class);
              String token = signer.session("user_1").sign();
              assertThat(verifier.verify(token).userId()).isEqualTo("user_1");
            });
  }

  @Test
  void webhookSecretAlone_startsWithoutKey() {
    runner
        .withPropertyValues("clerk.webhook-signing-secret=" + WEBHOOKS.secret())
        .run(
            context ->
                assertThat(context)
                    .hasBean("clerkWebhookVerifier")
                    .doesNotHaveBean(ClerkClient.class)
                    .doesNotHaveBean(TokenVerifier.class)
                    .doesNotHaveBean(RequestAuthenticator.class));
  }

  @Test
  void keyOfMachineAlone_makesTheClientOnly() {
    runner
        .withPropertyValues(MACHINE)
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(ClerkClient.class)
                    .doesNotHaveBean(TokenVerifier.class)
                    .doesNotHaveBean(RequestAuthenticator.class));
  }

  @Test
  void blankKey_countsAsNotSet() {
    runner
        .withPropertyValues(
            "clerk.secret-key= ", "clerk.webhook-signing-secret=" + WEBHOOKS.secret())
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ClerkClient.class));
  }

  @Test
  void clientOfTheApplication_replacesOursAndVerifies() {
    runner
        .withUserConfiguration(OwnClient.class)
        .run(
            context -> {
              assertThat(context).hasSingleBean(ClerkClient.class).hasBean("own");
              assertThat(context).hasSingleBean(TokenVerifier.class);
              assertThat(context).hasSingleBean(RequestAuthenticator.class);
            });
  }

  @Test
  void otherBeansOfTheApplication_replaceOurs() {
    runner
        .withPropertyValues(KEY, "clerk.webhook-signing-secret=" + WEBHOOKS.secret())
        .withUserConfiguration(OwnVerifiers.class)
        .run(
            context -> {
              assertThat(context).getBeanNames(TokenVerifier.class).containsExactly("tokens");
              assertThat(context)
                  .getBeanNames(RequestAuthenticator.class)
                  .containsExactly("requests");
              assertThat(context).getBeanNames(WebhookVerifier.class).containsExactly("webhooks");
            });
  }

  @Test
  void closedContext_closesTheClient() {
    AtomicReference<ClerkClient> client = new AtomicReference<>();
    runner.withPropertyValues(KEY).run(context -> client.set(context.getBean(ClerkClient.class)));

    assertThatIllegalStateException().isThrownBy(() -> client.get().users().getUser("user_1"));
  }

  @Test
  void customizers_getTheBuilderLastAndInOrder() {
    try (FakeBapi bapi = FakeBapi.start()) {
      bapi.addUser("user_1");
      runner
          .withPropertyValues("clerk.secret-key=sk_test_wrong", "clerk.api-url=" + bapi.baseUrl())
          .withBean(FakeBapi.class, () -> bapi)
          .withUserConfiguration(Customized.class)
          .run(
              context -> {
                context.getBean(ClerkClient.class).users().getUser("user_1");

                assertThat(context.getBean(Customized.class).order).containsExactly(1, 2);
              });
    }
  }

  @Test
  void builders_areNewForEachWhoAsks() {
    runner
        .withPropertyValues(KEY)
        .run(
            context -> {
              RequestAuthenticatorBuilder one = context.getBean(RequestAuthenticatorBuilder.class);
              one.acceptsToken(TokenType.API_KEY);

              RequestAuthenticatorBuilder other =
                  context.getBean(RequestAuthenticatorBuilder.class);
              assertThat(other).isNotSameAs(one);
              assertThat(other.build()).hasToString("RequestAuthenticator[SESSION_TOKEN]");
            });
  }

  @Test
  void disabled_makesNothingAndNeedsNothing() {
    runner
        .withPropertyValues("clerk.enabled=false")
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("clerkClient"));
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnClient {
    @Bean
    ClerkClient own() {
      return ClerkClient.create("sk_test_own");
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnVerifiers {
    @Bean
    TokenVerifier tokens() {
      return TokenVerifier.builder().jwtKey(TokenSigner.create().jwtKey()).build();
    }

    @Bean
    RequestAuthenticator requests() {
      return RequestAuthenticator.builder().jwtKey(TokenSigner.create().jwtKey()).build();
    }

    @Bean
    WebhookVerifier webhooks() {
      return WebhookVerifier.builder().secret(WEBHOOKS.secret()).build();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Customized {
    final List<Integer> order = new ArrayList<>();

    @Bean
    @Order(2)
    ClerkClientBuilderCustomizer last(FakeBapi bapi) {
      return builder -> {
        order.add(2);
        builder.secretKey(bapi.secretKey());
      };
    }

    @Bean
    @Order(1)
    ClerkClientBuilderCustomizer first() {
      return builder -> order.add(1);
    }
  }
}
