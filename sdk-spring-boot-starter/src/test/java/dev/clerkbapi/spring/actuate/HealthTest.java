package dev.clerkbapi.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.spring.ClerkAutoConfiguration;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeFault;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** Health is told without sending anything, unless it is to call. */
class HealthTest {
  private final FakeBapi bapi = FakeBapi.start();
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  ClerkHealthAutoConfiguration.class, ClerkAutoConfiguration.class))
          .withPropertyValues(
              "clerk.secret-key=" + bapi.secretKey(), "clerk.api-url=" + bapi.baseUrl());

  @AfterEach
  void stop() {
    bapi.close();
  }

  @Test
  void beforeAnyCall_isUnknownAndSendsNothing() {
    runner.run(
        context -> {
          Health health = health(context);

          assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
          assertThat(health.getDetails()).isEmpty();
          assertThat(bapi.requests()).isEmpty();
        });
  }

  @Test
  void afterAnyResponse_isUpAndTellsTheCallWithoutIds() {
    runner.run(
        context -> {
          Throwable notFound = call(context);
          assertThat(notFound).isNotNull();

          Health health = health(context);

          assertThat(health.getStatus()).isEqualTo(Status.UP);
          assertThat(lastCall(health))
              .containsEntry("operation", "getUser")
              .containsEntry("status", 404)
              .containsEntry("error", "NotFound")
              .containsKey("endedAt");
          assertThat(health.toString()).doesNotContain("user_404");
          assertThat(bapi.requests()).hasSize(1);
        });
  }

  @Test
  void afterFailure_isUnknownButNotDown() {
    runner
        .withPropertyValues("clerk.retry.max-attempts=1")
        .run(
            context -> {
              bapi.failNext(FakeFault.error(500, "internal"), FakeFault.error(401, "no"));
              for (int i = 0; i < 2; i++) {
                var unused = call(context);
                assertThat(health(context).getStatus()).isEqualTo(Status.UNKNOWN);
              }
              bapi.close();
              var unused = call(context);
              assertThat(health(context).getStatus()).isEqualTo(Status.UNKNOWN);
              assertThat(lastCall(health(context)))
                  .containsEntry("error", "ClerkTransportException")
                  .doesNotContainKey("status");
            });
  }

  @Test
  void withCall_asksTheApiOnceForEachCheck() {
    runner
        .withPropertyValues("clerk.health.call=true", "clerk.health.timeout=5m")
        .run(
            context -> {
              assertThat(health(context).getStatus()).isEqualTo(Status.UP);
              bapi.failNext(FakeFault.error(503, "service_unavailable"));
              Health down = health(context);
              assertThat(down.getStatus()).isEqualTo(Status.DOWN);
              assertThat(lastCall(down)).containsEntry("status", 503);
              assertThat(bapi.requests("GET", "/v1/jwks")).hasSize(2);
            });
  }

  @Test
  void withCallAndKeyOfMachineOnly_isUnknown() {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(ClerkHealthAutoConfiguration.class, ClerkAutoConfiguration.class))
        .withPropertyValues("clerk.machine-secret-key=ak_1", "clerk.health.call=true")
        .run(context -> assertThat(health(context).getStatus()).isEqualTo(Status.UNKNOWN));
  }

  @Test
  void disabledOrWithoutActuator_hasNoIndicator() {
    for (String property :
        new String[] {
          "management.health.clerk.enabled=false", "management.health.defaults.enabled=false"
        }) {
      runner
          .withPropertyValues(property)
          .run(context -> assertThat(context).doesNotHaveBean("clerkHealthIndicator"));
    }
    runner
        .withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("clerkHealthIndicator"));
  }

  private static Throwable call(ApplicationContext context) {
    return catchThrowable(() -> context.getBean(ClerkClient.class).users().getUser("user_404"));
  }

  private static Health health(ApplicationContext context) {
    return context.getBean("clerkHealthIndicator", HealthIndicator.class).health();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> lastCall(Health health) {
    return (Map<String, Object>) health.getDetails().get("lastCall");
  }
}
