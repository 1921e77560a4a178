package dev.clerkbapi.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.clerkbapi.testing.SignedWebhook;
import dev.clerkbapi.testing.WebhookSigner;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What verifying and decoding costs in memory, which does not depend on how fast the machine is.
 */
class VerificationCostTest {
  /** A user of 5 KB, as in DecodingCostTest of sdk-generated. */
  private static final Path USER =
      Path.of("../sdk-generated/src/test/resources/dev/clerkbapi/model/large-user.json");

  /** It is some 25 KB: 13 for the user, and 8 for looking ahead, because the type comes last. */
  private static final long MOST_BYTES = 30_000;

  private static final int BATCHES = 60;
  private static final int BATCH = 200;

  @Test
  void userOfFiveKilobytes_takesLittleMoreThanItself() throws IOException {
    WebhookSigner clerk = WebhookSigner.create();
    WebhookVerifier verifier = WebhookVerifier.builder().secret(clerk.secret()).build();
    SignedWebhook webhook =
        clerk.event("user.created").with("data", JsonText.map(Files.readAllBytes(USER)));
    Map<String, String> headers = webhook.headers();
    byte[] body = webhook.body();
    assertThat(body).hasSizeGreaterThan(4_000);

    long least = Long.MAX_VALUE;
    for (int i = 0; i < BATCHES; i++) {
      long before = allocated();
      for (int j = 0; j < BATCH; j++) {
        WebhookDelivery unused = verifier.verify(headers::get, body);
      }
      least = Math.min(least, (allocated() - before) / BATCH);
    }
    assertThat(least).isBetween(1_000L, MOST_BYTES);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
