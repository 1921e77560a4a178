package dev.clerkbapi.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReceiveWebhooksTest {
  @Test
  void webhooks_areProcessedOnceAndForgeriesRefused() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    ReceiveWebhooks.run(new Terminal(print, print));
    assertThat(out.toString(StandardCharsets.UTF_8).lines().toList())
        .hasSize(6)
        .startsWith(
            "created: user_123",
            "again: user.created",
            "not of interest: organization.created",
            "deleted: user_123")
        .endsWith("status of the one with another secret: 400")
        .element(4)
        .asString()
        .startsWith("refused: no-matching-signature: ");
  }
}
