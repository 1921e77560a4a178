package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.LogTrap;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.TestApi;
import dev.clerkbapi.fixtures.ThrowableText;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The secret key stands in no message, string, report or log, and goes to the configured origin
 * only; reports and logs know no user.
 */
class SecrecyTest {
  private static final String KEY = "sk_test_never_to_be_seen";
  private static final String USER_ID = "user_whom_no_log_knows";

  static List<RawServer.Response> responses() {
    return List.of(
        RawServer.http("401 Unauthorized", Fixtures.error(KEY), "cf-ray: " + KEY),
        RawServer.http("500 " + KEY, KEY),
        RawServer.http("502 Bad Gateway", "", "cf-ray: " + KEY, "Content-Type: text/" + KEY),
        RawServer.http("200 OK", "{\"id\": " + KEY + "}", "cf-ray: " + KEY),
        RawServer.http("200 OK", "{\"locked\": \"" + KEY + "\"}"),
        RawServer.http("302 Found", "", "Location: http://127.0.0.1:1/" + KEY),
        RawServer.http("429 Too Many Requests", KEY, "Retry-After: " + KEY),
        RawServer.http("429 Too Many Requests", KEY, "Retry-After: 1", "cf-ray: " + KEY),
        RawServer.cutOff("HTTP/1.1 " + KEY + "\r\n\r\n"),
        RawServer.cutOff("HTTP/1.1 200 OK\r\nContent-Length: " + KEY + "\r\n\r\n?"),
        RawServer.cutOff("HTTP/1.1 200 OK\r\n" + KEY + "\r\n\r\n"),
        RawServer.reset());
  }

  @ParameterizedTest
  @MethodSource("responses")
  void responseThatEchoesTheKey_doesNotShowIt(RawServer.Response response) throws IOException {
    List<CallReport> reports = new CopyOnWriteArrayList<>();
    try (LogTrap log = new LogTrap();
        RawServer server = new RawServer(response);
        ClerkClient clerk =
            Fixtures.client(server.baseUrl()).secretKey(KEY).callListener(reports::add).build()) {
      Throwable thrown = catchThrowable(() -> clerk.users().lockUser(USER_ID));

      assertThat(server.requests().get(0)).contains("Authorization: Bearer " + KEY);
      assertThat(ThrowableText.of(thrown)).doesNotContain(KEY);
      assertThat(log.lines()).noneMatch(line -> line.contains(KEY));
      assertThat(log.ofTheSdk()).isNotEmpty().noneMatch(line -> line.contains(USER_ID));
      assertThat(reports).hasSize(1);
      assertThat(texts(reports.get(0))).noneMatch(text -> text.contains(KEY));
      assertThat(texts(reports.get(0))).noneMatch(text -> text.contains(USER_ID));
    }
  }

  @Test
  void successThatEchoesTheKey_showsItInNoReportOrLog() throws IOException {
    RawServer.Response response = RawServer.http("200 OK", Fixtures.USER, "cf-ray: ray of " + KEY);
    List<CallReport> reports = new CopyOnWriteArrayList<>();
    try (LogTrap log = new LogTrap();
        RawServer server = new RawServer(response);
        ClerkClient clerk =
            Fixtures.client(server.baseUrl()).secretKey(KEY).callListener(reports::add).build()) {
      clerk.users().lockUser(USER_ID);

      assertThat(reports.get(0).traceId()).contains("ray of ***");
      assertThat(log.ofTheSdk()).hasSize(1);
      assertThat(log.lines()).noneMatch(line -> line.contains(KEY));
      assertThat(log.ofTheSdk()).noneMatch(line -> line.contains(USER_ID));
    }
  }

  @Test
  void rateLimitThatThrowsTheKey_doesNotShowIt() {
    ClerkClientBuilder builder =
        ClerkClient.builder()
            .secretKey(KEY)
            .rateLimit(
                longest -> {
                  throw new IllegalStateException("no store for " + KEY);
                });
    try (ClerkClient clerk = builder.build()) {
      assertThat(ThrowableText.of(catchThrowable(() -> clerk.users().lockUser(USER_ID))))
          .doesNotContain(KEY);
    }
  }

  @Test
  void strings_doNotShowIt() {
    ClerkClientBuilder builder = ClerkClient.builder().secretKey(KEY);
    try (ClerkClient clerk = builder.build()) {
      assertThat(builder.toString() + clerk).doesNotContain(KEY);
    }
  }

  @Test
  void otherOrigin_getsNoKey() throws IOException {
    try (RawServer configured = new RawServer(RawServer.user());
        RawServer other = new RawServer(RawServer.user());
        ClerkClient clerk = Fixtures.client(configured.baseUrl()).secretKey(KEY).build()) {
      clerk.call(clerk.api(TestApi.class).elsewhere(other.baseUrl() + "/things"));

      assertThat(other.requests().get(0)).doesNotContain(KEY).doesNotContain("Authorization");
      assertThat(configured.requests()).isEmpty();
    }
  }

  private static List<String> texts(CallReport report) {
    return List.of(
        report.toString(),
        report.operation(),
        report.path(),
        report.traceId().orElse(""),
        report.error().orElse(""));
  }
}
