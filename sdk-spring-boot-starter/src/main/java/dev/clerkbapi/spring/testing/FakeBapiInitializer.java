package dev.clerkbapi.spring.testing;

import dev.clerkbapi.spring.RequestAuthenticatorBuilderCustomizer;
import dev.clerkbapi.spring.TokenVerifierBuilderCustomizer;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.WebhookSigner;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts a {@link FakeBapi} for an application that runs without tests, such as on a developer's
 * machine. Tests use {@link AutoConfigureFakeBapi}.
 *
 * <pre>{@code
 * new SpringApplicationBuilder(Application.class).initializers(new FakeBapiInitializer()).run(args);
 * }</pre>
 */
public final class FakeBapiInitializer
    implements ApplicationContextInitializer<GenericApplicationContext> {
  /** Its host is the issuer of the tokens that the fake signs. */
  private static final String PUBLISHABLE_KEY = "pk_live_Y2xlcmsuZXhhbXBsZS5jb20k";

  /** Starts the fake, and stops it when the context is closed, or does not start. */
  @Override
  public void initialize(GenericApplicationContext context) {
    FakeBapi bapi = FakeBapi.start();
    WebhookSigner webhooks = WebhookSigner.create();
    DefaultListableBeanFactory beans = context.getDefaultListableBeanFactory();
    beans.registerSingleton("fakeBapi", bapi);
    beans.registerDisposableBean("fakeBapi", bapi::close);
    beans.registerSingleton("fakeWebhookSigner", webhooks);
    beans.registerSingleton("fakeClockOfTokens", clockOfTokens(bapi));
    beans.registerSingleton("fakeClockOfRequests", clockOfRequests(bapi));
    setProperties(context.getEnvironment(), bapi, webhooks);
  }

  private static TokenVerifierBuilderCustomizer clockOfTokens(FakeBapi bapi) {
    return builder -> builder.clock(bapi.clock());
  }

  private static RequestAuthenticatorBuilderCustomizer clockOfRequests(FakeBapi bapi) {
    return builder -> builder.clock(bapi.clock());
  }

  /** First of all sources, so that no test sends anything with a key of the environment. */
  private static void setProperties(
      ConfigurableEnvironment environment, FakeBapi bapi, WebhookSigner webhooks) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("clerk.api-url", bapi.baseUrl());
    properties.put("clerk.secret-key", bapi.secretKey());
    properties.put("clerk.machine-secret-key", "");
    properties.put("clerk.jwt-key", bapi.tokens().jwtKey());
    properties.put("clerk.publishable-key", PUBLISHABLE_KEY);
    properties.put("clerk.webhook-signing-secret", webhooks.secret());
    environment.getPropertySources().addFirst(new MapPropertySource("clerkFakeBapi", properties));
  }
}
