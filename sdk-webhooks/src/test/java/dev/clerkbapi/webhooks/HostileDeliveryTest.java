package dev.clerkbapi.webhooks;

import static dev.clerkbapi.webhooks.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.testing.SignedWebhook;
import dev.clerkbapi.testing.WebhookSigner;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are no event though their signature fits, and forgeries. */
class HostileDeliveryTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC);
  private static final WebhookSigner CLERK = WebhookSigner.create().withClock(CLOCK);
  private static final WebhookVerifier VERIFIER =
      WebhookVerifier.builder().secret(CLERK.secret()).clock(CLOCK).build();

  /** In no message may any part of it stand. */
  private static final String PRIVATE = "pr1vate-c0ntent";

  private static final int FORGERIES = 10_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "5",
        "\"user.created\"",
        "{}",
        "hello",
        "{\"type\":\"user.created\"",
        "{\"type\":\"user.created\"}{}",
        "{\"type\":\"user.created\"} x",
        "{\"type\":5}",
        "{\"type\":null,\"data\":{}}",
        "{\"type\":\"user.created\",\"type\":5}",
        "{\"type\":\"user.created\",\"data\":\"pr1vate-c0ntent\"}",
        "{\"type\":\"user.created\",\"data\":[]}",
        "{\"type\":\"user.created\",\"data\":{\"id\":{\"pr1vate-c0ntent\":1}}}",
        "{\"type\":\"user.created\",\"data\":{\"created_at\":\"pr1vate-c0ntent\"}}",
        "{\"type\":\"user.created\",\"data\":{\"create_organizations_limit\":73537353.5}}",
        "{\"type\":\"brand.new\",\"data\":pr1vate-c0ntent}",
        "{type:'user.created'}",
        "{\"type\":\"user.created\",\"timestamp\":1e999999999}x",
      })
  void genuineButNoEvent_isRefused(String json) {
    assertRefused(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everyTruncation_isRefused() {
    byte[] body = CLERK.event("user.created").with("data.id", PRIVATE).body();
    for (int length = 0; length < body.length; length++) {
      assertRefused(Arrays.copyOf(body, length));
    }
  }

  @Test
  void bytesThatAreNotUtf8_areRefused() {
    for (int[] bad : new int[][] {{0xff}, {0xc3}, {0xed, 0xa0, 0x80}, {0xc0, 0x80}}) {
      byte[] body = "{\"type\":\"user.created\",\"x\":\"....\"}".getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < bad.length; i++) {
        body[body.length - 6 + i] = (byte) bad[i];
      }
      assertRefused(body);
    }
    assertRefused("{\"type\":\"user.created\"}".getBytes(StandardCharsets.UTF_16));
  }

  @Test
  void textOfAnyLength_isCheckedToItsEnd() {
    for (int length = 240; length < 280; length++) {
      String json = "{\"type\":\"a.b\",\"x\":\"" + "ä".repeat(length) + "😀\"}";
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      assertThat(event(body).toJson()).isEqualTo(json);
      body[body.length - 3] = (byte) 0xff;
      assertRefused(body);
    }
  }

  @Test
  void byteOrderMark_isNoPartOfTheEvent() {
    assertThat(event("\ufeff{\"type\":\"user.created\"}".getBytes(StandardCharsets.UTF_8)).type())
        .isEqualTo("user.created");
  }

  @Test
  void nestingWithoutEnd_isRefused() {
    for (int depth : new int[] {300, 10_000}) {
      for (String type : List.of("user.created", "brand.new")) {
        for (String[] brackets : new String[][] {{"[", "]"}, {"{\"pr1vate-c0ntent\":", "}"}}) {
          String json =
              "{\"data\":{\"public_metadata\":"
                  + brackets[0].repeat(depth)
                  + "1"
                  + brackets[1].repeat(depth)
                  + "},\"type\":\""
                  + type
                  + "\"}";
          assertRefused(json.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  @Test
  void duplicateMembers_areAnEvent() {
    String json =
        "{\"data\":{\"id\":\"a\",\"id\":\"b\"},\"data\":{\"id\":\"c\"},\"type\":\"user.created\"}";
    WebhookEvent event = event(json.getBytes(StandardCharsets.UTF_8));
    assertThat(((UserCreated) event).data().id()).isEqualTo("c");
    String types = "{\"type\":\"user.created\",\"type\":null}";
    assertThat(event(types.getBytes(StandardCharsets.UTF_8)).type()).isEqualTo("user.created");
  }

  @Test
  void hugeBody_isRefusedBeforeAnythingElse() {
    byte[] body = new byte[1024 * 1024 + 1];
    WebhookVerificationException e = refusal(() -> VERIFIER.verify(name -> null, body));
    assertThat(e.reason()).isEqualTo(WebhookReason.BODY_TOO_LARGE);
    assertThat(e).hasMessageContaining("1048577 bytes").hasMessageContaining("1048576");
  }

  @Test
  void largestBody_isAccepted() {
    String head = "{\"type\":\"a.b\",\"x\":\"";
    String json = head + "x".repeat(1024 * 1024 - head.length() - 2) + "\"}";
    assertThat(event(json.getBytes(StandardCharsets.UTF_8)).type()).isEqualTo("a.b");
  }

  @Test
  void limit_canBeSet() {
    WebhookVerifier small =
        WebhookVerifier.builder().secret(CLERK.secret()).clock(CLOCK).maxBodyBytes(20).build();
    SignedWebhook fits = CLERK.message("{\"type\":\"a.b\"}      ".getBytes(StandardCharsets.UTF_8));
    assertThat(small.verify(fits.headers()::get, fits.body()).event().type()).isEqualTo("a.b");
    SignedWebhook larger =
        CLERK.message("{\"type\":\"a.b\"}       ".getBytes(StandardCharsets.UTF_8));
    assertThat(refusal(() -> small.verify(larger.headers()::get, larger.body())).reason())
        .isEqualTo(WebhookReason.BODY_TOO_LARGE);
  }

  /** With a fixed seed: a failure can be repeated. */
  @Test
  void forgeries_areAllRefusedWithAReason() {
    Random random = new Random(20260512);
    SignedWebhook genuine = CLERK.event("session.created").with("data.id", PRIVATE);
    for (int i = 0; i < FORGERIES; i++) {
      Map<String, String> headers = new HashMap<>(genuine.headers());
      byte[] body = genuine.body();
      switch (i % 4) {
        case 0 -> headers.merge("svix-signature", "", (old, none) -> mutated(old, random));
        case 1 -> headers.merge("svix-timestamp", "", (old, none) -> mutated(old, random));
        case 2 -> headers.merge("svix-id", "", (old, none) -> mutated(old, random));
        default -> body = mutated(body, random);
      }
      byte[] sent = body;
      WebhookVerificationException e = refusal(() -> VERIFIER.verify(headers::get, sent));
      assertSaysNothing(e);
    }
  }

  /** What Clerk could send by a mistake of its own: anything with a signature that fits. */
  @Test
  void mutatedBodiesWithFittingSignatures_areEventsOrRefused() {
    Random random = new Random(20260513);
    byte[] body = CLERK.event("user.created").with("data.id", PRIVATE).body();
    int refused = 0;
    for (int i = 0; i < FORGERIES; i++) {
      try {
        event(mutated(body, random));
      } catch (WebhookVerificationException e) {
        refused++;
        assertThat(e.reason()).isEqualTo(WebhookReason.BAD_JSON);
        assertSaysNothing(e);
      }
    }
    assertThat(refused).isBetween(1, FORGERIES - 1);
  }

  private static void assertRefused(byte[] body) {
    WebhookVerificationException e = refusal(() -> event(body));
    assertThat(e.reason()).isEqualTo(WebhookReason.BAD_JSON);
    assertSaysNothing(e);
  }

  private static void assertSaysNothing(WebhookVerificationException e) {
    assertThat(e).hasNoCause();
    assertThat(e.toString())
        .doesNotContain(
            PRIVATE, "c0ntent", "73537353", CLERK.secret(), CLERK.secret().substring(6));
  }

  private static WebhookEvent event(byte[] body) {
    return VERIFIER.verify(CLERK.message(body).headers()::get, body).event();
  }

  /** Changes, removes or inserts one character, which is none that a header's value may lose. */
  private static String mutated(String text, Random random) {
    int at = random.nextInt(text.length());
    char other = (char) ('!' + random.nextInt(94));
    String changed =
        switch (random.nextInt(3)) {
          case 0 -> text.substring(0, at) + text.substring(at + 1);
          case 1 -> text.substring(0, at) + other + text.substring(at);
          default -> text.substring(0, at) + other + text.substring(at + 1);
        };
    return changed.equals(text) ? mutated(text, random) : changed;
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] changed = bytes.clone();
    int at = random.nextInt(bytes.length);
    changed[at] = (byte) random.nextInt(256);
    return changed[at] == bytes[at] ? mutated(bytes, random) : changed;
  }
}
