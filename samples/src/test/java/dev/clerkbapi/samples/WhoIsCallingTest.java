package dev.clerkbapi.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhoIsCallingTest {
  private static final String USER = "user_2abcdefghijklmnopqrstuvwxyz";

  @Test
  void callers_areKnownAndMayDoWhatTheirTokensAllow() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    WhoIsCalling.run(new Terminal(print, print));
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines)
        .filteredOn(line -> line.startsWith("  "))
        .containsExactly(
            "  200 You are " + USER,
            "  401 session-token-and-uat-missing",
            "  401 session-token-expired-refresh-non-eligible-no-refresh-cookie",
            "  403 You may not read reports",
            "  200 The reports, for " + USER,
            "  200 The reports, for " + USER,
            "  401 token-invalid");
    assertThat(lines)
        .filteredOn(line -> line.startsWith("curl "))
        .hasSize(7)
        .noneMatch(line -> line.contains("eyJ") || line.contains("ak_"))
        .first()
        .asString()
        .matches("curl -H \"Authorization: Bearer \\$SESSION\" http://127.0.0.1:\\d+/me");
  }
}
