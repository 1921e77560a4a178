package dev.clerkbapi.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.testing.FakeBapi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final Map<String, String> NO_KEY = Map.of();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8));

  private int run(Map<String, String> environment, Sample.Step step, String... args) {
    return Sample.run("LockUser", args, environment, terminal, step);
  }

  @Test
  void lockUser_withoutKey_showsTheUserBeforeAndAfter() {
    assertThat(run(NO_KEY, LockUser::lock)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .contains("  id: user_123", "  locked: false", "  locked: true")
        .anyMatch(line -> line.startsWith("  until: 20"))
        .last()
        .asString()
        .contains("UnlockUser");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void lockUser_withoutKey_locksTheUserGiven() {
    assertThat(run(NO_KEY, LockUser::lock, "user_456")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("  id: user_456");
  }

  @Test
  void unlockUser_withoutKey_unlocks() {
    int status = Sample.run("UnlockUser", new String[0], NO_KEY, terminal, UnlockUser::unlock);
    assertThat(status).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsSubsequence("  locked: true", "  locked: false");
  }

  @Test
  void keyWithoutUser_isWrongUsage() {
    assertThat(run(Map.of("CLERK_SECRET_KEY", "sk_test_x"), LockUser::lock)).isEqualTo(2);
    assertOneLine("usage: LockUser USER_ID");
  }

  @Test
  void unknownUser_isOneLineAndStatus1() {
    try (FakeBapi bapi = FakeBapi.start()) {
      assertThat(runAgainst(bapi.baseUrl(), bapi.secretKey(), "user_404")).isEqualTo(1);
    }
    assertOneLine("404 resource_not_found");
  }

  @Test
  void wrongKey_isOneLineAndStatus1() {
    try (FakeBapi bapi = FakeBapi.start()) {
      assertThat(runAgainst(bapi.baseUrl(), "sk_test_wrong", "user_123")).isEqualTo(1);
    }
    assertOneLine("401 clerk_key_invalid");
    assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("sk_test_wrong");
  }

  @Test
  void nobodyListens_isOneLineAndStatus1() {
    FakeBapi bapi = FakeBapi.start();
    bapi.close();
    assertThat(runAgainst(bapi.baseUrl(), bapi.secretKey(), "user_123")).isEqualTo(1);
    assertOneLine("/users/");
  }

  @Test
  void oddUserId_isOneLineAndStatus1() {
    assertThat(run(NO_KEY, LockUser::lock, "a/b")).isEqualTo(1);
    assertOneLine("user_id");
  }

  @Test
  void readme_showsTheFirstProgramAsItIs() throws IOException {
    String program =
        Files.readString(Path.of("src/main/java/dev/clerkbapi/samples/FirstProgram.java"));
    String body = program.substring(program.indexOf("    try ("), program.lastIndexOf("  }"));
    assertThat(Files.readString(Path.of("../README.md"))).contains(body.stripTrailing());
  }

  private int runAgainst(String baseUrl, String key, String userId) {
    return run(
        NO_KEY,
        (ignored, id, terminal) -> {
          try (ClerkClient clerk = ClerkClient.builder().secretKey(key).baseUrl(baseUrl).build()) {
            LockUser.lock(clerk, id, terminal);
          }
        },
        userId);
  }

  private void assertOneLine(String part) {
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(1)
        .first()
        .asString()
        .contains(part)
        .doesNotContain("\tat ");
  }
}
