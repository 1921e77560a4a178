package dev.clerkbapi.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.testing.SignedWebhook;
import dev.clerkbapi.testing.WebhookSigner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a line of a log must not have: codes and links that sign somebody in. */
class SecretsOfEventsTest {
  private static final String CODE = "424242";

  @Test
  void codes_areInNoText() {
    WebhookSigner clerk = WebhookSigner.create();
    SignedWebhook email = clerk.event("email.created");
    for (String member : List.of("subject", "body", "body_plain")) {
      email = email.with("data." + member, CODE + " is your code");
    }
    email = email.with("data.data", Map.of("otp_code", CODE));
    SignedWebhook sms = clerk.event("sms.created").with("data.message", CODE);
    sms = sms.with("data.data", Map.of("otp_code", CODE));
    for (SignedWebhook webhook : List.of(email, sms)) {
      WebhookEvent event = EventBody.decode(webhook.body());
      assertThat(event.toString()).doesNotContain(CODE).contains("***");
      assertThat(event.toJson()).contains(CODE);
    }
  }

  @Test
  void privateMetadataOfAUser_isInNoText() {
    WebhookEvent event =
        EventBody.decode(
            WebhookSigner.create()
                .event("user.created")
                .with("data.private_metadata", Map.of("a", CODE))
                .body());
    assertThat(event.toString()).doesNotContain(CODE);
  }
}
