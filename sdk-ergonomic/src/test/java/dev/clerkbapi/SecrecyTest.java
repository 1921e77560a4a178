package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The secret key stands in no message, string or log, and goes to the configured origin only. */
class SecrecyTest {
  private static final String KEY = "sk_test_never_to_be_seen";

  static List<RawServer.Answer> answers() {
    return List.of(
        RawServer.http("401 Unauthorized", Fixtures.error(KEY), "cf-ray: " + KEY),
        RawServer.http("500 " + KEY, KEY),
        RawServer.http("502 Bad Gateway", "", "cf-ray: " + KEY, "Content-Type: text/" + KEY),
        RawServer.http("200 OK", "{\"id\": " + KEY + "}"),
        RawServer.http("200 OK", "{\"locked\": \"" + KEY + "\"}"),
        RawServer.http("302 Found", "", "Location: http://127.0.0.1:1/" + KEY),
        RawServer.http("429 Too Many Requests", KEY, "Retry-After: " + KEY),
        RawServer.cutOff("HTTP/1.1 " + KEY + "\r\n\r\n"),
        RawServer.cutOff("HTTP/1.1 200 OK\r\nContent-Length: " + KEY + "\r\n\r\n?"),
        RawServer.cutOff("HTTP/1.1 200 OK\r\n" + KEY + "\r\n\r\n"),
        RawServer.reset());
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answerThatEchoesTheKey_doesNotShowIt(RawServer.Answer answer) throws IOException {
    try (LogTrap log = new LogTrap();
        RawServer server = new RawServer(answer);
        ClerkClient clerk = Fixtures.client(server.baseUrl()).secretKey(KEY).build()) {
      Throwable thrown = catchThrowable(() -> clerk.users().lockUser("user_123"));

      assertThat(server.requests().get(0)).contains("Authorization: Bearer " + KEY);
      assertThat(trace(thrown)).doesNotContain(KEY);
      assertThat(log.lines()).noneMatch(line -> line.contains(KEY));
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

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString() + thrown;
  }

  /** Everything that is logged through the JDK, at any level. */
  private static final class LogTrap extends Handler implements AutoCloseable {
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    LogTrap() {
      setLevel(Level.ALL);
      root.setLevel(Level.ALL);
      root.addHandler(this);
    }

    List<String> lines() {
      return lines;
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(line.getMessage() + " " + line.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      root.removeHandler(this);
      root.setLevel(before);
    }
  }
}
