package dev.clerkbapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What the tests have in common. All data is invented. */
final class Fixtures {
  static final String KEY = "sk_test_oh8Vp2KeptSecret";
  static final String USER = user();

  private Fixtures() {}

  /** A client that waits long enough for any machine, and never for its retries. */
  static ClerkClientBuilder client(String baseUrl) {
    return client(baseUrl, new FakeEnvironment());
  }

  static ClerkClientBuilder client(String baseUrl, FakeEnvironment environment) {
    return ClerkClient.builder()
        .secretKey(KEY)
        .baseUrl(baseUrl)
        .timeout(Duration.ofSeconds(30))
        .environment(environment);
  }

  static String error(String code) {
    return "{\"errors\":[{\"code\":\""
        + code
        + "\",\"message\":\"Short\",\"long_message\":\"A longer sentence.\","
        + "\"meta\":{\"param_name\":\"user_id\"}}],\"clerk_trace_id\":\"trace_1\"}";
  }

  private static String user() {
    try (InputStream json = Fixtures.class.getResourceAsStream("user.json")) {
      return new String(json.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
