package dev.clerkbapi.internal.http;

import static dev.clerkbapi.fixtures.Outcomes.failure;
import static dev.clerkbapi.fixtures.Outcomes.outcome;
import static dev.clerkbapi.fixtures.Outcomes.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkDecodingException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.model.User;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Responses whose JSON is made to do harm give a user or a {@link ClerkException}, and never an
 * error of the JVM or a call without end. The timeout here is for what would take hours.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileJsonTest {
  private static final int DEEP = 10_000;
  private static final String MILLION_DIGITS = "7".repeat(1_000_000);

  static List<String> deep() {
    String arrays = "[".repeat(DEEP) + "]".repeat(DEEP);
    String objects = "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
    return List.of(
        arrays,
        objects,
        "[".repeat(DEEP),
        "{\"id\":\"user_1\",\"unknown\":" + arrays + "}",
        "{\"id\":\"user_1\",\"unknown\":" + objects + "}",
        "{\"id\":" + objects + "}",
        "{\"public_metadata\":" + objects + "}",
        "{\"email_addresses\":" + arrays + "}",
        "{\"email_addresses\":[{\"verification\":" + objects + "}]}");
  }

  @ParameterizedTest
  @MethodSource("deep")
  void deepSuccess_isDecodingFailure(String body) throws IOException {
    assertThat(failure(RawServer.http("200 OK", body)))
        .isExactlyInstanceOf(ClerkDecodingException.class);
  }

  @Test
  void deepButReadable_isUser() throws IOException {
    String unknown = "{\"a\":".repeat(250) + "1" + "}".repeat(250);
    User user = user(RawServer.http("200 OK", "{\"id\":\"user_1\",\"x\":" + unknown + "}"));

    assertThat(user.additionalMembers()).containsOnlyKeys("x");
    assertThat(user.toBuilder().build()).isEqualTo(user).hasSameHashCodeAs(user);
  }

  @ParameterizedTest
  @MethodSource("deep")
  void deepFailure_keepsStatus(String body) throws IOException {
    String meta = "{\"errors\":[{\"code\":\"some_code\",\"meta\":" + body;
    for (String envelope : List.of(body, "{\"errors\":" + body, "{\"x\":" + body, meta)) {
      assertThat(failure(RawServer.http("404 Not Found", envelope)))
          .isExactlyInstanceOf(ClerkApiException.NotFound.class);
    }
    assertThat(((ClerkApiException) failure(RawServer.http("404 No", meta))).hasCode("some_code"))
        .isTrue();
  }

  /** Where a response has other numbers, and in members that this SDK does not know. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854775808",
        "-9223372036854775809",
        "9223372036854775807",
        "-9223372036854775808",
        "1e999",
        "-1e999",
        "1e-999",
        "1e99999999999",
        "1e999999999",
        "1e-999999999",
        "-0",
        "-0.0",
        "0.1"
      })
  void oddNumber_isUserOrDecodingFailure(String number) throws IOException {
    expectUserOrDecodingFailure(number);
  }

  @Test
  void millionDigits_areUserOrDecodingFailure() throws IOException {
    expectUserOrDecodingFailure(MILLION_DIGITS);
    expectUserOrDecodingFailure("-" + MILLION_DIGITS);
    expectUserOrDecodingFailure("0." + MILLION_DIGITS);
    expectUserOrDecodingFailure("1e" + MILLION_DIGITS);
    expectUserOrDecodingFailure("\"" + MILLION_DIGITS + "\"");
  }

  private static void expectUserOrDecodingFailure(String number) throws IOException {
    for (String known :
        List.of("lockout_expires_in_seconds", "last_sign_in_at", "locked", "id", "totp_enabled")) {
      RawServer.Response response = RawServer.http("200 OK", "{\"" + known + "\":" + number + "}");
      Object outcome = outcome(response);
      if (outcome instanceof User user) {
        assertThat(user.toString()).isNotEmpty();
      } else {
        assertThat(outcome).isExactlyInstanceOf(ClerkDecodingException.class);
        assertThat(((ClerkException) outcome).getMessage()).hasSizeLessThan(1_000);
      }
    }
    String unknown = "{\"id\":\"user_1\",\"new_member\":" + number + ",\"public_metadata\":{\"n\":";
    User user = user(RawServer.http("200 OK", unknown + number + "}}"));
    assertThat(user.id()).isEqualTo("user_1");
    assertThat(user.toBuilder().build()).isEqualTo(user).hasSameHashCodeAs(user);
  }

  @Test
  void lockBeyondAllTime_isUserThatCanBeAsked() throws IOException {
    User user =
        user(
            RawServer.http(
                "200 OK", "{\"locked\":true,\"lockout_expires_in_seconds\":9223372036854775807}"));

    assertThat(user.lockout().until()).isPresent();
    assertThat(user.lockout().isLockedAt(FakeEnvironment.NOW)).isTrue();
    assertThat(user.lockout().toString()).startsWith("locked until");
  }

  @Test
  void manyUnknownMembers_areAllKept() throws IOException {
    StringBuilder body = new StringBuilder("{\"id\":\"user_1\"");
    for (int i = 0; i < 200_000; i++) {
      body.append(",\"unknown_").append(i).append("\":").append(i);
    }
    User user = user(RawServer.http("200 OK", body.append('}').toString()));

    assertThat(user.additionalMembers()).hasSize(200_000);
  }

  @Test
  void duplicateMembers_lastCounts() throws IOException {
    User user =
        user(
            RawServer.http(
                "200 OK",
                "{\"id\":\"user_1\",\"locked\":true,\"new\":1,\"id\":\"user_2\",\"locked\":false,"
                    + "\"new\":2,\"email_addresses\":[{}],\"email_addresses\":[]}"));

    assertThat(user.id()).isEqualTo("user_2");
    assertThat(user.locked()).isFalse();
    assertThat(user.additionalMembers()).containsEntry("new", 2L);
    assertThat(user.emailAddresses()).isEmpty();
  }

  @Test
  void duplicateMembersOfEnvelope_keepAllErrors() throws IOException {
    String errors = "\"errors\":[{\"code\":\"a\",\"code\":\"b\",\"meta\":{\"x\":1,\"x\":2}}]";
    ClerkApiException e =
        (ClerkApiException) failure(RawServer.http("404 No", "{" + errors + "," + errors + "}"));

    assertThat(e.errors()).hasSize(2).allMatch(error -> error.code().equals("b"));
  }
}
