package dev.clerkbapi.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.json.Model;
import dev.clerkbapi.testing.WebhookSigner;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What code of users takes from here, their tests can make, and their queues can keep. */
class BuildableInTestsTest {
  private static final WebhookSigner CLERK = WebhookSigner.create();

  static Set<String> types() {
    return WebhookSigner.eventTypes();
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyEvent_isTheSameInAnotherJvm(String type) throws Exception {
    WebhookEvent event = EventBody.decode(CLERK.event(type).body());
    assertThat(Serialized.sendAndReceive(event)).isEqualTo(event).hasSameClassAs(event);
    Object data = event.getClass().getMethod("data").invoke(event);
    assertThat(data).isInstanceOf(Model.class);
    assertThat(Serialized.sendAndReceive(data)).isEqualTo(data).hasSameClassAs(data);
  }

  @Test
  void unknownEvent_isTheSameInAnotherJvm() {
    WebhookEvent event = WebhookEvent.fromJson("{\"type\":\"user.frozen\",\"data\":{\"a\":null}}");
    assertThat(event).isInstanceOf(WebhookEvent.Unknown.class);
    assertThat(Serialized.sendAndReceive(event)).isEqualTo(event).hasSameClassAs(event);
  }

  @Test
  void delivery_hasWhatItWasGivenInAnotherJvmToo() {
    WebhookEvent event = EventBody.decode(CLERK.event("user.created").body());
    Instant sentAt = Instant.parse("2026-01-31T11:00:00Z");
    WebhookDelivery delivery =
        Serialized.sendAndReceive(WebhookDelivery.of("msg_1", sentAt, event));
    assertThat(delivery.id()).isEqualTo("msg_1");
    assertThat(delivery.sentAt()).isEqualTo(sentAt);
    assertThat(delivery.event()).isEqualTo(event);
  }

  @Test
  void refusal_keepsItsReasonInAnotherJvm() {
    WebhookVerificationException refusal =
        Serialized.sendAndReceive(
            new WebhookVerificationException(WebhookReason.TOO_OLD, "sent an hour ago"));
    assertThat(refusal.reason()).isSameAs(WebhookReason.TOO_OLD);
    assertThat(refusal).hasMessage("too-old: sent an hour ago");
  }

  @Test
  void everyValueType_canBeMade() {
    assertThat(ValueTypes.all()).hasSizeGreaterThan(50).contains(WebhookDelivery.class);
    assertThat(ValueTypes.all())
        .filteredOn(type -> !ValueTypes.canBeMade(type))
        .allMatch(
            type -> type.getSimpleName().equals("Unknown")); // comes from the union's fromJson
  }
}
