package dev.clerkbapi.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.clerkbapi.testing.SignedWebhook;
import dev.clerkbapi.testing.WebhookSigner;
import dev.clerkbapi.webhooks.UserCreated;
import dev.clerkbapi.webhooks.WebhookDelivery;
import dev.clerkbapi.webhooks.WebhookEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.WebApplicationContext;

/** A controller gets genuine webhooks only. */
class WebhookArgumentTest {
  private static final WebhookSigner CLERK = WebhookSigner.create();
  private static final List<Object> RECEIVED = new ArrayList<>();

  private final WebApplicationContextRunner runner =
      new WebApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  ClerkAutoConfiguration.class,
                  ClerkWebhookAutoConfiguration.class,
                  WebMvcAutoConfiguration.class,
                  DispatcherServletAutoConfiguration.class))
          .withPropertyValues("clerk.webhook-signing-secret=" + CLERK.secret())
          .withUserConfiguration(Hooks.class);

  @Test
  void genuineDelivery_reachesTheController() {
    SignedWebhook created = CLERK.event("user.created").with("data.id", "user_1");

    assertThat(statusOf("/delivery", created)).isEqualTo(204);

    WebhookDelivery delivery = (WebhookDelivery) RECEIVED.get(0);
    assertThat(delivery.id()).isEqualTo(created.id());
    assertThat(((UserCreated) delivery.event()).data().id()).isEqualTo("user_1");
  }

  @Test
  void genuineEvent_reachesTheController() {
    assertThat(statusOf("/event", CLERK.event("user.deleted"))).isEqualTo(204);
    assertThat(((WebhookEvent) RECEIVED.get(0)).type()).isEqualTo("user.deleted");
  }

  @Test
  void unknownEvent_isNoFailure() {
    byte[] body = "{\"type\":\"brand.new\",\"data\":{}}".getBytes(StandardCharsets.UTF_8);

    assertThat(statusOf("/event", CLERK.message(body))).isEqualTo(204);
    assertThat(RECEIVED.get(0)).isInstanceOf(WebhookEvent.Unknown.class);
  }

  @Test
  void forgery_isRefusedBeforeTheController() {
    assertThat(statusOf("/delivery", WebhookSigner.create().event("user.created"))).isEqualTo(400);
    assertThat(RECEIVED).isEmpty();
  }

  @Test
  void otherRefusals_areTheSame() {
    Instant old = Instant.now().minusSeconds(3600);
    assertThat(statusOf("/event", CLERK.event("user.created").sentAt(old))).isEqualTo(400);
    assertThat(statusOf("/event", CLERK.message(new byte[] {'['}))).isEqualTo(400);
    runner.run(
        context -> assertThat(perform(context, post("/event").content("{}"))).isEqualTo(400));
    assertThat(RECEIVED).isEmpty();
  }

  @Test
  void bodyAboveTheLimit_isRefused() {
    SignedWebhook large = CLERK.event("user.created").with("data.first_name", "x".repeat(20_000));
    runner
        .withPropertyValues("clerk.webhook-max-body-size=10KB")
        .run(context -> assertThat(perform(context, request("/event", large))).isEqualTo(400));
    assertThat(RECEIVED).isEmpty();
    assertThat(statusOf("/event", large)).isEqualTo(204);
  }

  @Test
  void toleranceOfTheProperties_counts() {
    SignedWebhook old = CLERK.event("user.created").sentAt(Instant.now().minusSeconds(3600));
    runner
        .withPropertyValues("clerk.webhook-tolerance=2h")
        .run(context -> assertThat(perform(context, request("/event", old))).isEqualTo(204));
  }

  @Test
  void handlerOfAllExceptions_doesNotHideTheStatus() {
    runner
        .withUserConfiguration(CatchAll.class)
        .run(context -> assertThat(perform(context, post("/event").content("{}"))).isEqualTo(400));
  }

  @Test
  void controllerWithoutSecret_isFoundAtStartUp() {
    new WebApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                ClerkAutoConfiguration.class,
                ClerkWebhookAutoConfiguration.class,
                WebMvcAutoConfiguration.class,
                DispatcherServletAutoConfiguration.class))
        .withPropertyValues("clerk.secret-key=sk_test_1")
        .withUserConfiguration(Hooks.class)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasMessageContaining("@ClerkWebhook")
                    .hasMessageContaining("needs a secret"));
  }

  @Test
  void parameterOfAnotherType_isFoundAtStartUp() {
    runner
        .withUserConfiguration(WrongType.class)
        .run(context -> assertThat(context).getFailure().hasMessageContaining("another type"));
  }

  private int statusOf(String path, SignedWebhook webhook) {
    int[] status = new int[1];
    runner.run(context -> status[0] = perform(context, request(path, webhook)));
    return status[0];
  }

  private static MockHttpServletRequestBuilder request(String path, SignedWebhook webhook) {
    MockHttpServletRequestBuilder request = post(path).content(webhook.body());
    webhook.headers().forEach(request::header);
    return request;
  }

  private static int perform(WebApplicationContext context, MockHttpServletRequestBuilder request)
      throws Exception {
    RECEIVED.clear();
    MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
    return mvc.perform(request).andReturn().getResponse().getStatus();
  }

  @RestController
  static class Hooks {
    @PostMapping("/delivery")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delivery(@ClerkWebhook WebhookDelivery delivery) {
      RECEIVED.add(delivery);
    }

    @PostMapping("/event")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void event(@ClerkWebhook WebhookEvent event) {
      RECEIVED.add(event);
    }
  }

  @RestControllerAdvice
  static class CatchAll {
    @ExceptionHandler(Exception.class)
    @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
    void any() {}
  }

  @RestController
  @Import(Hooks.class)
  static class WrongType {
    @PostMapping("/wrong")
    void wrong(@ClerkWebhook UserCreated created) {
      RECEIVED.add(created);
    }
  }
}
