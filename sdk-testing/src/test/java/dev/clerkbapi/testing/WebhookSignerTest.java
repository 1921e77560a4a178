package dev.clerkbapi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a signer sends. That it fits a verifier is tested beside the verifier. */
class WebhookSignerTest {
  private final WebhookSigner clerk = WebhookSigner.create();

  @Test
  void everyEvent_isAnExampleOfItsType() throws Exception {
    assertThat(WebhookSigner.eventTypes()).hasSize(46).contains("user.created");
    for (String type : WebhookSigner.eventTypes()) {
      JsonNode event = json(clerk.event(type));
      assertThat(event.path("type").asText()).isEqualTo(type);
      assertThat(event.path("object").asText()).isEqualTo("event");
      assertThat(event.path("data")).as(type).isNotEmpty();
    }
  }

  @Test
  void members_canBeReplacedAddedAndRemoved() throws Exception {
    SignedWebhook webhook = clerk.event("user.created");
    SignedWebhook changed =
        webhook
            .with("data.id", "user_1")
            .with("data.email_addresses.0.email_address", "b@example.com")
            .with("data.email_addresses.0", Map.of("id", "idn_1"))
            .with("data.locked", null)
            .with("data.brand_new", List.of(1, 2))
            .without("data.first_name")
            .without("data.not.there");
    JsonNode data = json(changed).path("data");
    assertThat(data.path("id").asText()).isEqualTo("user_1");
    assertThat(data.at("/email_addresses/0").toString()).isEqualTo("{\"id\":\"idn_1\"}");
    assertThat(data.path("locked").isNull()).isTrue();
    assertThat(data.path("brand_new")).hasSize(2);
    assertThat(data.has("first_name")).isFalse();
    assertThat(changed.id()).isEqualTo(webhook.id());
    assertThat(json(webhook).at("/data/first_name").asText()).isEqualTo("Ada");
  }

  @Test
  void pathToNowhere_isRefused() {
    SignedWebhook webhook = clerk.event("user.created");
    for (String path : List.of("data.none.id", "data.email_addresses.9", "data.id.x")) {
      assertThatThrownBy(() -> webhook.with(path, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(path);
    }
  }

  @Test
  void unknownEvent_isRefusedAndMayBeSentAsAMessage() {
    assertThatThrownBy(() -> clerk.event("user.exploded"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("user.exploded")
        .hasMessageContaining("user.created");
    byte[] body = "{\"type\":\"user.exploded\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(clerk.message(body).body()).isEqualTo(body);
  }

  /** The example of the specification of Standard Webhooks. */
  @Test
  void signature_isThatOfTheSpecification() {
    Instant sent = Instant.ofEpochSecond(1614265330);
    SignedWebhook webhook =
        WebhookSigner.withSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
            .withClock(Clock.fixed(sent, ZoneOffset.UTC))
            .message("{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8))
            .withId("msg_p5jXN8AQM9LWM0D4loKWxJek");
    assertThat(webhook.headers())
        .containsEntry("svix-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
        .containsEntry("svix-timestamp", "1614265330")
        .containsEntry("svix-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    assertThat(webhook.sentAt(sent.plusSeconds(1)).headers())
        .containsEntry("svix-timestamp", "1614265331");
  }

  @Test
  void post_sendsBodyAndHeaders_andReturnsTheStatus() throws Exception {
    SignedWebhook webhook = clerk.event("user.created");
    AtomicReference<byte[]> received = new AtomicReference<>();
    AtomicReference<String> id = new AtomicReference<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          received.set(exchange.getRequestBody().readAllBytes());
          id.set(exchange.getRequestHeaders().getFirst("Svix-Id"));
          exchange.sendResponseHeaders(202, -1);
          exchange.close();
        });
    server.start();
    try {
      URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
      assertThat(webhook.post(url)).isEqualTo(202);
    } finally {
      server.stop(0);
    }
    assertThat(received.get()).isEqualTo(webhook.body());
    assertThat(id.get()).isEqualTo(webhook.id());
  }

  @Test
  void emptySecret_isRefused() {
    assertThatThrownBy(() -> WebhookSigner.withSecret("whsec_"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static JsonNode json(SignedWebhook webhook) throws Exception {
    return new ObjectMapper().readTree(webhook.body());
  }
}
