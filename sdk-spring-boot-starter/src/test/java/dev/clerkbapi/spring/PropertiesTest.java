package dev.clerkbapi.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.testing.WebhookSigner;
import dev.clerkbapi.webhooks.WebhookVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

/** What each property is, from wherever it comes. */
class PropertiesTest {
  private static final WebhookSigner WEBHOOKS = WebhookSigner.create();

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class));

  @Test
  void nothingButKey_hasTheDefaultsOfTheBuilders() {
    runner
        .withPropertyValues("clerk.secret-key=sk_test_1")
        .run(
            context -> {
              ClientProperties client = context.getBean(ClientProperties.class);
              assertThat(client.apiUrl()).isEqualTo("https://api.clerk.com/v1");
              assertThat(client.timeout()).isEqualTo(Duration.ofSeconds(30));
              assertThat(client.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
              assertThat(client.retry().maxAttempts()).isEqualTo(3);
              assertThat(client.maxResponseSize()).isEqualTo(DataSize.ofMegabytes(16));
              assertThat(client.allowPlainHttp()).isFalse();
              TokenProperties tokens = context.getBean(TokenProperties.class);
              assertThat(tokens.clockSkew()).isEqualTo(Duration.ofSeconds(5));
              assertThat(tokens.authorizedParties()).isEmpty();
              WebhookProperties webhooks = context.getBean(WebhookProperties.class);
              assertThat(webhooks.webhookTolerance()).isEqualTo(Duration.ofMinutes(5));
              assertThat(webhooks.webhookMaxBodySize()).isEqualTo(DataSize.ofMegabytes(1));
            });
  }

  @Test
  void variablesOfTheEnvironment_setWhatFromEnvReadsAndMore() {
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("CLERK_SECRET_KEY", "sk_test_1");
    variables.put("CLERK_MACHINE_SECRET_KEY", "ak_1");
    variables.put("CLERK_API_URL", "https://api.example.com");
    variables.put("CLERK_JWT_KEY", "pem");
    variables.put("CLERK_PUBLISHABLE_KEY", "pk_test_1");
    variables.put("CLERK_WEBHOOK_SIGNING_SECRET", WEBHOOKS.secret());
    variables.put("CLERK_AUTHORIZED_PARTIES", "https://a.example.com,https://b.example.com");
    variables.put("CLERK_RETRY_MAX_ATTEMPTS", "5");
    new ApplicationContextRunner()
        .withInitializer(context -> setVariables(context, variables))
        .withUserConfiguration(OnlyProperties.class)
        .run(
            context -> {
              ClientProperties client = context.getBean(ClientProperties.class);
              assertThat(client.secretKey()).isEqualTo("sk_test_1");
              assertThat(client.machineSecretKey()).isEqualTo("ak_1");
              assertThat(client.apiUrl()).isEqualTo("https://api.example.com");
              assertThat(client.retry().maxAttempts()).isEqualTo(5);
              TokenProperties tokens = context.getBean(TokenProperties.class);
              assertThat(tokens.jwtKey()).isEqualTo("pem");
              assertThat(tokens.publishableKey()).isEqualTo("pk_test_1");
              assertThat(tokens.authorizedParties())
                  .containsExactly("https://a.example.com", "https://b.example.com");
              assertThat(context.getBean(WebhookProperties.class).webhookSigningSecret())
                  .containsExactly(WEBHOOKS.secret());
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CLERK_SECRET_KEY", "CLERK_MACHINE_SECRET_KEY", "CLERK_WEBHOOK_SIGNING_SECRET"})
  void variable_isSeenByTheConditions(String name) {
    Map<String, Object> variables =
        Map.of(name, name.contains("WEBHOOK") ? WEBHOOKS.secret() : "fake_key");
    runner
        .withInitializer(context -> setVariables(context, variables))
        .run(
            context ->
                assertThat(context)
                    .hasBean(name.contains("WEBHOOK") ? "clerkWebhookVerifier" : "clerkClient"));
  }

  /** A value that only the builder refuses shows that the property reaches it. */
  @ParameterizedTest
  @CsvSource({
    "clerk.timeout=0s, timeout must be above zero",
    "clerk.connect-timeout=0s, connectTimeout must be above zero",
    "clerk.retry.max-attempts=0, maxAttempts counts the first attempt",
    "clerk.rate-limit.requests=0, requests",
    "clerk.max-response-size=0B, maxResponseBytes must be above zero",
    "clerk.user-agent=\u00e9, userAgent must be printable ASCII",
    "clerk.api-url=http://example.com, baseUrl would send the secret key readably",
    "clerk.proxy.username=a:b, colon",
    "clerk.machine-secret-key=sk_test_1, machineSecretKey is the secret key of an instance",
    "clerk.clock-skew=2d, clockSkew is PT48H",
    "clerk.jwt-key=mist, PEM",
    "clerk.publishable-key=mist, publishableKey is not one",
    "clerk.webhook-signing-secret=whsec_%, secret",
    "clerk.webhook-tolerance=-1s, tolerance is negative",
    "clerk.webhook-max-body-size=0B, maxBodyBytes is not positive"
  })
  void valueThatABuilderRefuses_isExplainedAtStartUp(String property, String explanation) {
    runner
        .withPropertyValues(
            "clerk.secret-key=sk_test_1",
            "clerk.proxy.host=proxy.example.com",
            "clerk.webhook-signing-secret=" + WEBHOOKS.secret())
        .withPropertyValues(property)
        .run(
            context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining(explanation));
  }

  @Test
  void plainHttp_isAllowedByAProperty() {
    runner
        .withPropertyValues(
            "clerk.secret-key=sk_test_1",
            "clerk.api-url=http://clerk.test",
            "clerk.allow-plain-http=true")
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void twoWebhookSecrets_areBothAccepted() {
    WebhookSigner next = WebhookSigner.create();
    runner
        .withPropertyValues(
            "clerk.webhook-signing-secret=" + WEBHOOKS.secret() + "," + next.secret())
        .run(
            context -> {
              WebhookVerifier verifier = context.getBean(WebhookVerifier.class);
              Stream.of(WEBHOOKS, next)
                  .map(signer -> signer.event("user.created"))
                  .forEach(event -> verifier.verify(event.headers()::get, event.body()));
            });
  }

  @Test
  void beansOfProperties_showNoSecret() {
    runner
        .withPropertyValues(
            "clerk.secret-key=sk_test_hidden1",
            "clerk.machine-secret-key=ak_hidden2",
            "clerk.proxy.host=proxy.example.com",
            "clerk.proxy.username=ada",
            "clerk.proxy.password=hidden3",
            "clerk.webhook-signing-secret=" + WEBHOOKS.secret())
        .run(
            context -> {
              String shown =
                  context.getBean(ClientProperties.class)
                      + " "
                      + context.getBean(ClientProperties.class).proxy()
                      + context.getBean(WebhookProperties.class);
              assertThat(shown).contains("proxy.example.com").doesNotContain("hidden");
              assertThat(shown).doesNotContain(WEBHOOKS.secret());
            });
  }

  @Test
  void everyProperty_isDescribedForIdes() throws IOException {
    try (InputStream metadata =
        getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
      String json = new String(metadata.readAllBytes(), StandardCharsets.UTF_8);
      String names = json.substring(json.indexOf("\"properties\""));
      assertThat(names.split("\"name\": \"clerk.", -1))
          .hasSizeGreaterThan(20)
          .filteredOn(entry -> !entry.equals(names.split("\"name\": \"clerk.", -1)[0]))
          .allSatisfy(entry -> assertThat(entry).contains("\"description\""));
    }
  }

  @Test
  void starterWithoutOptionalLibraries_makesTheBeans() {
    runner
        .withPropertyValues("clerk.secret-key=sk_test_1")
        .withClassLoader(
            new FilteredClassLoader(
                "org.springframework.security",
                "org.springframework.web",
                "org.springframework.boot.actuate",
                "org.springframework.boot.health",
                "io.micrometer",
                "dev.clerkbapi.testing"))
        .run(context -> assertThat(context).hasNotFailed().hasBean("clerkClient"));
  }

  private static void setVariables(
      ConfigurableApplicationContext context, Map<String, Object> variables) {
    context
        .getEnvironment()
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    TestPropertyValues.empty().applyTo(context);
  }

  @org.springframework.boot.context.properties.EnableConfigurationProperties({
    ClientProperties.class,
    TokenProperties.class,
    WebhookProperties.class
  })
  static class OnlyProperties {}
}
