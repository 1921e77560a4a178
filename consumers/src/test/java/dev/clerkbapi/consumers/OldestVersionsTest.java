package dev.clerkbapi.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is called exists in the oldest libraries that the client does not refuse. */
class OldestVersionsTest {
  private static final List<String> OURS = List.of("dev.clerkbapi");
  private static final List<String> LIBRARIES =
      List.of("okhttp3.", "okio.", "retrofit2.", "com.squareup.moshi.");
  private static final List<String> KOTLIN = List.of("kotlin.");

  private static Resolver resolver;

  @BeforeAll
  static void start() {
    resolver = new Resolver();
  }

  @AfterAll
  static void stop() {
    resolver.close();
  }

  @Test
  void everyCallOfOurs_isThere() throws Exception {
    assertThat(missingWith("4.12.0", "2.8.0")).isEmpty();
  }

  @Test
  void callsThatOlderOnesLack_areFound() throws Exception {
    assertThat(missingWith("3.14.9", "2.7.2"))
        .anyMatch(call -> call.startsWith("okhttp3.ResponseBody.create("))
        .anyMatch(call -> call.startsWith("retrofit2.Call.timeout("));
  }

  /** Our libraries are written in Kotlin, we are not. */
  @Test
  void everyCallOfKotlin_isThere() throws Exception {
    assertThat(missingWithKotlin("1.8.20")).isEmpty();
  }

  @Test
  void callsThatOlderKotlinLacks_areFound() throws Exception {
    assertThat(missingWithKotlin("1.7.22"))
        .anyMatch(call -> call.startsWith("kotlin.enums.EnumEntriesKt.enumEntries("))
        .anyMatch(call -> call.startsWith("kotlin.time.ComparableTimeMark.plus"));
  }

  private static List<String> missingWith(String okHttp, String retrofit) throws Exception {
    Consumer consumer =
        Consumer.ofTheSdk()
            .managing(
                "com.squareup.okhttp3:okhttp:" + okHttp,
                "com.squareup.okio:okio-jvm:3.13.0",
                "com.squareup.retrofit2:retrofit:" + retrofit,
                "com.squareup.retrofit2:converter-moshi:" + retrofit);
    // OkHttp 5 is there too, under its other name; Kotlin is large, and we call none of it.
    return new MissingCalls(OURS, LIBRARIES)
        .in(
            resolver.asMaven(consumer),
            jar -> !jar.startsWith("okhttp-jvm") && !jar.startsWith("kotlin"));
  }

  private static List<String> missingWithKotlin(String version) throws Exception {
    Consumer consumer =
        Consumer.ofTheSdk().managing("org.jetbrains.kotlin:kotlin-stdlib:" + version);
    return new MissingCalls(LIBRARIES, KOTLIN)
        .in(resolver.asMaven(consumer), jar -> !jar.startsWith("sdk-"));
  }
}
