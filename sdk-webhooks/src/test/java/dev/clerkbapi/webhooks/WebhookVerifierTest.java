package dev.clerkbapi.webhooks;

import static dev.clerkbapi.webhooks.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clerkbapi.testing.SignedWebhook;
import dev.clerkbapi.testing.WebhookSigner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a verifier accepts, what it refuses and why, and how it is set up. */
class WebhookVerifierTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final WebhookSigner CLERK = WebhookSigner.create().withClock(CLOCK);

  private final SignedWebhook webhook = CLERK.event("user.created").with("data.id", "user_1");
  private final WebhookVerifier verifier = verifier().build();

  private static WebhookVerifier.Builder verifier() {
    return WebhookVerifier.builder().secret(CLERK.secret()).clock(CLOCK);
  }

  @Test
  void genuineDelivery_givesItsEventAndItsId() {
    WebhookDelivery delivery = verifier.verify(webhook.headers()::get, webhook.body());
    assertThat(delivery.id()).isEqualTo(webhook.id());
    assertThat(delivery.sentAt()).isEqualTo(NOW);
    assertThat(((UserCreated) delivery.event()).data().id()).isEqualTo("user_1");
    assertThat(delivery.toString()).contains(webhook.id(), "user.created").doesNotContain("user_1");
  }

  @Test
  void headersAsAMap_areFoundWhateverTheirCase() {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put(null, List.of("HTTP/1.1 200 OK")); // As in maps of HttpURLConnection.
    headers.put("Accept", List.of());
    webhook
        .headers()
        .forEach(
            (name, value) -> headers.put(name.toUpperCase(java.util.Locale.ROOT), List.of(value)));
    assertThat(verifier.verify(headers, webhook.body()).id()).isEqualTo(webhook.id());
  }

  @Test
  void namesOfStandardWebhooks_areAcceptedToo() {
    Map<String, String> headers = new HashMap<>();
    webhook.headers().forEach((name, value) -> headers.put(name.replace("svix", "webhook"), value));
    assertThat(verifier.verify(headers::get, webhook.body()).id()).isEqualTo(webhook.id());
    headers.put("svix-id", "msg_of_somebody_else"); // Not complete, so it does not count.
    assertThat(verifier.verify(headers::get, webhook.body()).id()).isEqualTo(webhook.id());
  }

  @Test
  void missingHeaders_areAllNamed() {
    assertThat(refusal(() -> verifier.verify(name -> null, webhook.body())))
        .hasMessage("missing-headers: missing or blank: svix-id, svix-timestamp, svix-signature");
    Map<String, String> headers = new HashMap<>(webhook.headers());
    headers.put("svix-id", "  ");
    headers.remove("svix-signature");
    assertThat(refusal(() -> verifier.verify(headers::get, webhook.body())))
        .hasMessage("missing-headers: missing or blank: svix-id, svix-signature");
    assertThat(
            refusal(
                () ->
                    verifier.verify(
                        name -> name.equals("webhook-id") ? "msg_1" : null, webhook.body())))
        .hasMessage("missing-headers: missing or blank: webhook-timestamp, webhook-signature");
  }

  @ParameterizedTest
  @CsvSource({"-300", "300", "0"})
  void timeWithinTolerance_isAccepted(long seconds) {
    SignedWebhook sent = webhook.sentAt(NOW.plusSeconds(seconds));
    assertThat(verifier.verify(sent.headers()::get, sent.body()).sentAt())
        .isEqualTo(NOW.plusSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"-301,too-old,301 s ago", "301,too-new,301 s from now", "-4000,too-old,4000 s ago"})
  void timeOutsideTolerance_isRefusedAndSaysByHowMuch(long seconds, String reason, String message) {
    SignedWebhook sent = webhook.sentAt(NOW.plusSeconds(seconds));
    WebhookVerificationException e =
        refusal(() -> verifier.verify(sent.headers()::get, sent.body()));
    assertThat(e.reason()).isEqualTo(WebhookReason.of(reason));
    assertThat(e).hasMessageContaining(message).hasMessageContaining("at most 300 s");
  }

  @Test
  void tolerance_canBeSet() {
    SignedWebhook sent = webhook.sentAt(NOW.minusSeconds(600));
    WebhookVerifier patient = verifier().tolerance(Duration.ofMinutes(10)).build();
    assertThat(patient.verify(sent.headers()::get, sent.body()).id()).isEqualTo(webhook.id());
    WebhookVerifier strict = verifier().tolerance(Duration.ZERO).build();
    assertThat(strict.verify(webhook.headers()::get, webhook.body())).isNotNull();
    SignedWebhook late = webhook.sentAt(NOW.minusSeconds(1));
    assertThat(refusal(() -> strict.verify(late.headers()::get, late.body())).reason())
        .isEqualTo(WebhookReason.TOO_OLD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "1.5",
        "+1800000000",
        "-1",
        "18e99",
        "1800000000 ",
        " 1800000000",
        "٣",
        "99999999999999999999",
        "0x10",
        "NaN"
      })
  void timestampThatIsNoWholeNumber_isRefused(String timestamp) {
    Map<String, String> headers = new HashMap<>(webhook.headers());
    headers.put("svix-timestamp", timestamp);
    assertThat(refusal(() -> verifier.verify(headers::get, webhook.body())).reason())
        .isEqualTo(WebhookReason.BAD_TIMESTAMP);
  }

  @Test
  void oneByteChanged_isRefused() {
    byte[] body = webhook.body();
    body[body.length / 2] ^= 1;
    assertThat(refusal(() -> verifier.verify(webhook.headers()::get, body)).reason())
        .isEqualTo(WebhookReason.NO_MATCHING_SIGNATURE);
  }

  @Test
  void signatures_areTriedOneAfterTheOther() {
    Map<String, String> headers = new HashMap<>(webhook.headers());
    headers.put("svix-signature", "v1a,AAAA v1,AAAA  " + headers.get("svix-signature") + " v2,BB");
    assertThat(verifier.verify(headers::get, webhook.body()).id()).isEqualTo(webhook.id());
  }

  @Test
  void severalSecrets_areForRotation() {
    WebhookSigner next = WebhookSigner.create().withClock(CLOCK);
    WebhookVerifier both = verifier().secret(next.secret()).build();
    SignedWebhook signedAnew = next.event("user.created");
    assertThat(both.verify(webhook.headers()::get, webhook.body())).isNotNull();
    assertThat(both.verify(signedAnew.headers()::get, signedAnew.body())).isNotNull();
    assertThat(
            refusal(() -> verifier.verify(signedAnew.headers()::get, signedAnew.body())).reason())
        .isEqualTo(WebhookReason.NO_MATCHING_SIGNATURE);
  }

  @Test
  void secret_mayHaveNoPrefixAndBlanksAround() {
    String bare = " " + CLERK.secret().substring("whsec_".length()) + "\n";
    WebhookVerifier other = WebhookVerifier.builder().secret(bare).clock(CLOCK).build();
    assertThat(other.verify(webhook.headers()::get, webhook.body())).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "whsec_", "whsec_not*base64", "pa$$word", "whsec_AAA=A"})
  void badSecret_failsBeforeAnyDelivery(String secret) {
    assertThatThrownBy(() -> WebhookVerifier.builder().secret(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .message()
        .doesNotContain("base64,A", "pa$$word", "not*", "*");
    assertThatThrownBy(() -> WebhookVerifier.from(Map.of("CLERK_WEBHOOK_SIGNING_SECRET", secret)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("CLERK_WEBHOOK_SIGNING_SECRET");
  }

  @Test
  void noSecret_failsWhenBuilt() {
    assertThatThrownBy(() -> WebhookVerifier.builder().build())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> WebhookVerifier.from(Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("CLERK_WEBHOOK_SIGNING_SECRET is not set");
  }

  @Test
  void environment_givesTheSecret() {
    WebhookVerifier fromEnv =
        WebhookVerifier.from(Map.of("CLERK_WEBHOOK_SIGNING_SECRET", CLERK.secret()));
    SignedWebhook sent = webhook.sentAt(Instant.now());
    assertThat(fromEnv.verify(sent.headers()::get, sent.body()).id()).isEqualTo(webhook.id());
  }

  @Test
  void badSettings_areRefused() {
    List<Runnable> settings = new ArrayList<>();
    settings.add(() -> verifier().tolerance(Duration.ofSeconds(-1)));
    settings.add(() -> verifier().maxBodyBytes(0));
    for (Runnable setting : settings) {
      assertThatThrownBy(setting::run).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> verifier.verify(webhook.headers()::get, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("body");
  }

  @Test
  void text_hasNoSecret() {
    assertThat(verifier.toString())
        .isEqualTo("WebhookVerifier{secrets=1, tolerance=PT5M, maxBodyBytes=1048576}");
  }
}
