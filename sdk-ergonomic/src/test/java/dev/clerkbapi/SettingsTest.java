package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client may be built with, and what is refused before anything is sent. */
class SettingsTest {
  private static final String KEY = "sk_test_settings";

  @Nested
  class Key {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\n"})
    void missing_isRefusedByBuild(String key) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ClerkClient.builder().secretKey(key).build())
          .withMessageContaining("secretKey is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_test_a b", "sk_test_a\n", " sk_test_a", "sk_test_\u00e4"})
    void impossible_isRefusedWithoutShowingIt(String key) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ClerkClient.create(key))
          .withMessageContaining("secretKey")
          .withMessageNotContaining("sk_test_a");
    }

    @ParameterizedTest
    @CsvSource({
      "pk_test_,publishable key",
      "pk_live_,publishable key",
      "PK_TEST_,publishable key",
      "whsec_,webhook",
      "ak_,machine",
      "mt_,machine",
      "oat_,OAuth access token",
      "eyJ,JSON Web Token",
      "'\n pk_test_',publishable key",
      "-----BEGIN PUBLIC KEY-----,PEM",
      "Bearer sk_test_,header",
      "bearer pk_test_,header",
      "CLERK_SECRET_KEY=sk_test_,variable",
      "\"sk_test_,quotes"
    })
    void somethingElse_isCalledWhatItIs(String start, String word) {
      String something = start + "c2VjcmV0";
      for (ThrowingCallable use : usesOf(something)) {
        assertThatIllegalArgumentException()
            .isThrownBy(use)
            .withMessageContainingAll("secretKey", word, "sk_test_", "dashboard")
            .withMessageNotContaining("c2VjcmV0");
      }
    }

    private static List<ThrowingCallable> usesOf(String key) {
      return List.of(
          () -> ClerkClient.create(key),
          () -> fromEnv(Map.of("CLERK_SECRET_KEY", key)),
          () -> ClerkClient.builder().secretKey(key).build(),
          () -> RateLimit.forKey(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_test_pk_live_x", "sk_live_eyJ", "test", "fake-key", "akey"})
    void otherKeys_areTaken(String key) {
      ClerkClient.create(key).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void variableNotSet_isNamed(String value) {
      assertThatIllegalStateException()
          .isThrownBy(
              () -> fromEnv(Map.of("CLERK_SECRET_KEY", value, "CLERK_MACHINE_SECRET_KEY", " ")))
          .withMessageContaining("CLERK_SECRET_KEY");
    }

    @Test
    void variableSet_isTaken() {
      try (ClerkClient clerk = fromEnv(Map.of("CLERK_SECRET_KEY", KEY))) {
        assertThat(clerk).hasToString("ClerkClient[https://api.clerk.com/v1/]");
      }
    }

    @Test
    void noVariable_isNamed() {
      assertThatIllegalStateException()
          .isThrownBy(() -> fromEnv(Map.of()))
          .withMessageContaining("CLERK_SECRET_KEY");
    }

    @ParameterizedTest
    @CsvSource({
      "http://localhost:81,http://localhost:81/v1/",
      "http://localhost:81/,http://localhost:81/v1/",
      "https://proxy.example.com/clerk/v1,https://proxy.example.com/clerk/v1/",
      "' ',https://api.clerk.com/v1/"
    })
    void urlInTheEnvironment_isTaken(String url, String used) {
      Map<String, String> variables = Map.of("CLERK_SECRET_KEY", KEY, "CLERK_API_URL", url);
      try (ClerkClient clerk = fromEnv(variables)) {
        assertThat(clerk).hasToString("ClerkClient[" + used + "]");
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.clerk.com", "http://api.clerk.com", "https://api.clerk.com?x=1"})
    void unsafeUrlInTheEnvironment_isRefused(String url) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> fromEnv(Map.of("CLERK_SECRET_KEY", KEY, "CLERK_API_URL", url)))
          .withMessageContaining("baseUrl");
    }

    @Test
    void laterSetting_replacesTheVariable() {
      Map<String, String> variables =
          Map.of("CLERK_SECRET_KEY", KEY, "CLERK_API_URL", "http://localhost:81");
      ClerkClientBuilder builder =
          ClerkClient.builder().baseUrl("http://localhost:80/v1").fromEnv(variables::get);
      try (ClerkClient before = builder.build();
          ClerkClient after = builder.baseUrl("http://localhost:82/v1").build()) {
        assertThat(before).hasToString("ClerkClient[http://localhost:81/v1/]");
        assertThat(after).hasToString("ClerkClient[http://localhost:82/v1/]");
      }
    }

    private static ClerkClient fromEnv(Map<String, String> variables) {
      return ClerkClient.builder().fromEnv(variables::get).build();
    }
  }

  @Nested
  class BaseUrl {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "api.clerk.com",
          "ftp://api.clerk.com/v1",
          "http://api.clerk.com/v1",
          "http://127.0.0.1.example.com/v1",
          "http://localhost.example.com/v1",
          "https://user:password@api.clerk.com/v1",
          "https://api.clerk.com/v1?x=1",
          "https://api.clerk.com/v1#x"
        })
    void unsafeOrNoUrl_isRefused(String url) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ClerkClient.builder().secretKey(KEY).baseUrl(url).build())
          .withMessageContaining("baseUrl")
          .withMessageNotContaining("password@");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://localhost:8080/v1",
          "http://bapi.localhost/v1",
          "http://127.0.0.1/v1",
          "http://[::1]:8080/v1/",
          "https://example.com"
        })
    void safeUrl_isTaken(String url) {
      ClerkClient.builder().secretKey(KEY).baseUrl(url).build().close();
    }

    @Test
    void plainHttpElsewhere_mustBeAskedFor() {
      ClerkClient.builder()
          .secretKey(KEY)
          .baseUrl("http://bapi:8080/v1")
          .allowPlainHttp(true)
          .build()
          .close();
    }
  }

  @Test
  void impossibleNumbers_areRefused() {
    ClerkClientBuilder builder = ClerkClient.builder();
    for (Duration duration : new Duration[] {Duration.ZERO, Duration.ofMillis(-1)}) {
      assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(duration));
      assertThatIllegalArgumentException().isThrownBy(() -> builder.connectTimeout(duration));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryPolicy.defaults().withMaxAttempts(0));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.userAgent("my\nshop"));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.userAgent(" "));
    assertThatNullPointerException().isThrownBy(() -> builder.httpClient(null));
  }

  @Test
  void longestDuration_doesNoHarm() throws IOException {
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk =
            Fixtures.client(server.baseUrl())
                .timeout(Duration.ofSeconds(Long.MAX_VALUE))
                .connectTimeout(Duration.ofSeconds(Long.MAX_VALUE))
                .build()) {
      assertThat(clerk.users().lockUser("user_123").locked()).isTrue();
    }
  }

  @Test
  void retryPolicy_isAValue() {
    assertThat(RetryPolicy.defaults().maxAttempts()).isEqualTo(3);
    assertThat(RetryPolicy.none()).isEqualTo(RetryPolicy.defaults().withMaxAttempts(1));
    assertThat(RetryPolicy.none()).hasSameHashCodeAs(RetryPolicy.defaults().withMaxAttempts(1));
    assertThat(RetryPolicy.none()).isNotEqualTo(RetryPolicy.defaults());
  }

  @Nested
  class Api {
    private final ClerkClient clerk = ClerkClient.create(KEY);

    @ParameterizedTest
    @ValueSource(classes = {String.class, Runnable.class, Comparable.class, AutoCloseable.class})
    void otherType_isRefused(Class<?> type) {
      assertThatIllegalArgumentException().isThrownBy(() -> clerk.api(type));
    }

    @Test
    void sameInterface_isMadeOnce() {
      assertThat(clerk.api(UsersApi.class)).isSameAs(clerk.api(UsersApi.class));
    }

    @Test
    void callOfAnotherClient_isRefused() {
      try (ClerkClient other = ClerkClient.create(KEY)) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> clerk.call(other.api(UsersApi.class).getUser("user_1")));
        assertThatIllegalArgumentException()
            .isThrownBy(() -> clerk.callAsync(other.api(UsersApi.class).getUser("user_1")));
      }
    }

    @Test
    void argumentsThatMakeNoRequest_areMisuse() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> clerk.call(clerk.api(UsersApi.class).getUser(null)));
    }
  }

  @Nested
  class OwnHttpClient {
    @Test
    void isUsedAndLeftAsItWas() throws IOException {
      OkHttpClient own =
          new OkHttpClient.Builder()
              .connectionPool(new ConnectionPool())
              .dispatcher(new Dispatcher())
              .build();
      try (RawServer server = new RawServer(RawServer.user())) {
        try (ClerkClient clerk = Fixtures.client(server.baseUrl()).httpClient(own).build()) {
          clerk.users().lockUser("user_123");
        }
        assertThat(own.connectionPool().connectionCount()).isEqualTo(1);
        assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
      } finally {
        own.dispatcher().executorService().shutdown();
        own.connectionPool().evictAll();
      }
    }
  }
}
