package dev.clerkbapi.samples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.model.User;
import dev.clerkbapi.samples.spring.app.Application;
import dev.clerkbapi.spring.testing.AutoConfigureFakeBapi;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeSessionToken;
import dev.clerkbapi.testing.SignedWebhook;
import dev.clerkbapi.testing.WebhookSigner;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;

/** The application over real HTTP, on either version of Boot. */
@SpringBootTest(
    classes = Application.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "management.endpoints.web.exposure.include=*",
      "management.endpoint.env.show-values=always",
      "management.endpoint.configprops.show-values=always",
      "management.endpoint.health.show-details=always",
      "clerk.proxy.username=ada",
      "clerk.proxy.password=hidden",
      "clerk.user-agent=shop/1"
    })
@AutoConfigureFakeBapi
class ApplicationTest {
  private static final byte[] NOTHING = {};

  @Autowired private FakeBapi bapi;
  @Autowired private ClerkClient clerk;
  @Autowired private WebhookSigner webhooks;
  @Autowired private Environment environment;
  private Http http;

  @BeforeEach
  void connect() {
    http = new Http(environment.getRequiredProperty("local.server.port", Integer.class));
    bapi.addUser("user_123");
  }

  @Test
  void me_isWhoeverSentTheToken() {
    HttpResponse<String> response = http.get("/me", bearer(session("user_1")));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"id\":\"user_1\"}");
    assertThat(http.get("/me", Map.of()).statusCode()).isEqualTo(401);
  }

  @Test
  void admin_locksUser() {
    FakeSessionToken admin =
        session("user_1").organization("org_1", "org:admin").permissions("org:users:lock");

    HttpResponse<String> response = http.post("/admin/users/user_123/lock", bearer(admin), NOTHING);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(User.fromJson(response.body()))
        .isEqualTo(clerk.users().getUser("user_123"))
        .returns(true, User::locked);
    assertThat(bapi.isLocked("user_123")).isTrue();
    assertThat(http.post("/admin/users/user_404/lock", bearer(admin), NOTHING).statusCode())
        .isEqualTo(404);
  }

  @Test
  void userWithoutPermission_locksNobody() {
    HttpResponse<String> response =
        http.post("/admin/users/user_123/lock", bearer(session("user_1")), NOTHING);

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(bapi.isLocked("user_123")).isFalse();
  }

  @Test
  void genuineWebhook_isReceived() {
    assertThat(deliver(webhooks.event("user.created"))).isEqualTo(204);
    byte[] unknown = "{\"type\":\"brand.new\",\"data\":{}}".getBytes();
    assertThat(deliver(webhooks.message(unknown))).isEqualTo(204);
  }

  @Test
  void forgedWebhook_isRefusedWithTheStatusOfTheVerifier() {
    assertThat(deliver(WebhookSigner.create().event("user.created"))).isEqualTo(400);
    assertThat(http.post("/webhooks/clerk", Map.of(), new byte[2 * 1024 * 1024]).statusCode())
        .isEqualTo(400);
  }

  @Test
  void health_saysHowTheLatestCallEndedAndSendsNothing() {
    lock();
    int requests = bapi.requests().size();

    HttpResponse<String> health = http.get("/actuator/health", Map.of());

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).contains("\"clerk\"", "\"lockUser\"").doesNotContain("user_123");
    assertThat(bapi.requests()).hasSize(requests);
  }

  @Test
  void metrics_haveTheCallsOfTheClient() {
    lock();

    String calls = http.get("/actuator/metrics/clerk.calls", bearer(session("user_1"))).body();
    String attempts =
        http.get("/actuator/metrics/clerk.attempts", bearer(session("user_1"))).body();

    assertThat(calls)
        .contains("\"operation\"", "\"lockUser\"", "\"SUCCESS\"", "\"200\"")
        .doesNotContain("user_123");
    assertThat(attempts).contains("\"lockUser\"");
  }

  @Test
  void endpointsThatShowValues_hideSecrets() {
    for (String endpoint : new String[] {"/actuator/env", "/actuator/configprops"}) {
      HttpResponse<String> shown = http.get(endpoint, bearer(session("user_1")));

      assertThat(shown.statusCode()).isEqualTo(200);
      assertThat(shown.body())
          .as(endpoint)
          .contains("shop/1")
          .doesNotContain(bapi.secretKey(), webhooks.secret(), "hidden");
    }
  }

  private void lock() {
    FakeSessionToken admin =
        session("user_1").organization("org_1", "org:admin").permissions("org:users:lock");
    assertThat(http.post("/admin/users/user_123/lock", bearer(admin), NOTHING).statusCode())
        .isEqualTo(200);
  }

  private int deliver(SignedWebhook webhook) {
    return http.post("/webhooks/clerk", webhook.headers(), webhook.body()).statusCode();
  }

  private FakeSessionToken session(String userId) {
    return bapi.tokens().session(userId).authorizedParty("http://localhost:5173");
  }

  private static Map<String, String> bearer(FakeSessionToken token) {
    return Map.of("Authorization", "Bearer " + token.sign());
  }
}
