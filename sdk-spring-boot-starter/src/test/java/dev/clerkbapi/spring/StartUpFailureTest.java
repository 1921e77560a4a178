package dev.clerkbapi.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.testing.WebhookSigner;
import dev.clerkbapi.webhooks.WebhookVerifier;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application that cannot work says so at its start, in one sentence and what to do. */
class StartUpFailureTest {
  private static final String WEBHOOKS =
      "--clerk.webhook-signing-secret=" + WebhookSigner.create().secret();

  @Test
  void nothingSet_saysWhatToSet() {
    assertThat(failure(Empty.class))
        .contains("No key of a Clerk instance is set.")
        .contains("Set clerk.secret-key, or the environment variable CLERK_SECRET_KEY");
  }

  @Test
  void nothingSet_isSaidEvenIfBeansAreLazy() {
    assertThat(failure(Empty.class, "--spring.main.lazy-initialization=true"))
        .contains("No key of a Clerk instance is set.");
  }

  @Test
  void clientThatIsNeededWithoutKey_saysWhoNeedsItAndWhatToSet() {
    assertThat(failure(NeedsClient.class, WEBHOOKS))
        .contains("method needsClient")
        .contains("needs a bean of type 'dev.clerkbapi.ClerkClient'")
        .contains("clerk.secret-key or clerk.machine-secret-key is not set")
        .contains("Set clerk.secret-key");
  }

  @Test
  void webhookVerifierThatIsNeeded_saysWhatToSet() {
    assertThat(failure(NeedsWebhooks.class, "--clerk.secret-key=sk_test_1"))
        .contains("clerk.webhook-signing-secret is not set")
        .contains("CLERK_WEBHOOK_SIGNING_SECRET");
  }

  @Test
  void keyOfAnotherKind_isExplainedWithoutTheKey() {
    assertThat(failure(Empty.class, "--clerk.secret-key=pk_test_abcdefgh"))
        .contains("Clerk's client cannot be made: secretKey is a publishable key")
        .doesNotContain("abcdefgh");
  }

  @Test
  void keyWithSpace_isExplainedWithoutTheKey() {
    assertThat(failure(Empty.class, "--clerk.secret-key=sk_test_abc defgh"))
        .contains("secretKey has a space")
        .doesNotContain("defgh");
  }

  @Test
  void otherSettings_areExplained() {
    assertThat(failure(Empty.class, "--clerk.secret-key=sk_test_1", "--clerk.timeout=0s"))
        .contains("timeout must be above zero");
    assertThat(failure(Empty.class, "--clerk.secret-key=sk_test_1", "--clerk.jwt-key=abc"))
        .contains("Clerk's token verifier cannot be made");
    assertThat(failure(Empty.class, "--clerk.webhook-signing-secret=whsec_%%%"))
        .contains("Clerk's webhook verifier cannot be made")
        .doesNotContain("%%%");
    assertThat(
            failure(
                Empty.class, "--clerk.secret-key=sk_test_1", "--clerk.api-url=http://example.com"))
        .contains("baseUrl would send the secret key readably to example.com");
  }

  @Test
  void bindingThatFails_showsNoKey() {
    assertThat(
            failure(Empty.class, "--clerk.secret-key=sk_test_abcdefgh", "--clerk.timeout=tomorrow"))
        .contains("clerk.timeout")
        .doesNotContain("abcdefgh");
  }

  /** Runs an application that must not start, and returns what it printed. */
  private static String failure(Class<?> application, String... arguments) {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      SpringApplication run =
          new SpringApplicationBuilder(application).web(WebApplicationType.NONE).build();
      run.run(
              Stream.concat(Arrays.stream(arguments), Stream.of("--spring.main.banner-mode=off"))
                  .toArray(String[]::new))
          .close();
      throw new AssertionError("it started");
    } catch (RuntimeException e) {
      return printed.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(out);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Empty {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class NeedsClient {
    @Bean
    String needsClient(ClerkClient client) {
      return client.toString();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class NeedsWebhooks {
    @Bean
    String needsWebhooks(WebhookVerifier webhooks) {
      return webhooks.toString();
    }
  }
}
