package dev.clerkbapi.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.testing.FakeBapi;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Projects with a second path to our libraries: each locks a user, or is refused beforehand. */
class ConsumersTest {
  private static final String OKHTTP = "com.squareup.okhttp3:okhttp:";
  private static final String LOGGING = "com.squareup.okhttp3:logging-interceptor:";
  private static final String KOTLIN = "org.jetbrains.kotlin:kotlin-stdlib:";
  private static final String RETROFIT = "com.squareup.retrofit2:retrofit:";
  private static final String CONVERTER = "com.squareup.retrofit2:converter-";
  private static final String MOSHI = "com.squareup.moshi:moshi:";

  private static final List<String> OTHERS =
      List.of(
          RETROFIT + "2.11.0",
          RETROFIT + "3.0.0",
          CONVERTER + "gson:2.11.0",
          CONVERTER + "jackson:3.0.0",
          LOGGING + "4.12.0",
          LOGGING + "4.9.3");

  private static final Set<Set<Path>> locking = new HashSet<>();
  private static final AtomicInteger users = new AtomicInteger();
  private static Resolver resolver;
  private static FakeBapi bapi;

  @BeforeAll
  static void start() {
    resolver = new Resolver();
    bapi = FakeBapi.start();
  }

  @AfterAll
  static void stop() {
    bapi.close();
    resolver.close();
  }

  static Stream<Consumer> sdkFirst() {
    return Stream.concat(
        Stream.of(Consumer.ofTheSdk()), OTHERS.stream().map(Consumer::ofTheSdkAndThen));
  }

  static Stream<Consumer> sdkFirstOrLast() {
    return Stream.concat(sdkFirst(), OTHERS.stream().map(Consumer::ofTheSdkAfter));
  }

  @ParameterizedTest
  @MethodSource("sdkFirst")
  void sdkFirst_hasOneOkHttpUnderMaven(Consumer consumer) throws Exception {
    locksWithOneOkHttp(resolver.asMaven(consumer));
  }

  @ParameterizedTest
  @MethodSource("sdkFirstOrLast")
  void ourBom_hasOneOkHttpUnderMaven(Consumer consumer) throws Exception {
    locksWithOneOkHttp(resolver.asMaven(consumer.importingOurBom()));
  }

  @ParameterizedTest
  @MethodSource("sdkFirstOrLast")
  void highestVersions_haveOneOkHttpUnderGradle(Consumer consumer) throws Exception {
    locksWithOneOkHttp(resolver.asGradle(consumer));
  }

  /** The module of webhooks needs no HTTP client, and must not keep the client from having one. */
  @Test
  void webhooksBeforeTheSdk_leaveItItsHttpClient() throws Exception {
    Consumer consumer = Consumer.ofTheSdkAfter(Consumer.WEBHOOKS);
    locksWithOneOkHttp(resolver.asMaven(consumer));
    locksWithOneOkHttp(resolver.asMaven(consumer.importingOurBom()));
    locksWithOneOkHttp(resolver.asGradle(consumer));
  }

  /** What Maven prefers to ours; the last is what Spring Boot 3.2 does. */
  static Stream<Consumer> withOkHttp412() {
    return Stream.of(
        Consumer.ofTheSdkAfter(RETROFIT + "3.0.0"),
        Consumer.ofTheSdkAfter(LOGGING + "4.12.0"),
        Consumer.ofTheSdk().managing(OKHTTP + "4.12.0"));
  }

  @ParameterizedTest
  @MethodSource("withOkHttp412")
  void okHttp412_isNewEnough(Consumer consumer) throws Exception {
    ClassPath classPath = resolver.asMaven(consumer);

    assertThat(classPath.jarsWith("okhttp3.OkHttpClient")).contains("okhttp-4.12.0.jar");
    locks(classPath);
  }

  /** OkHttp and Kotlin together are what Spring Boot 2.7 manages. */
  static Stream<Consumer> withOlderLibraries() {
    Consumer sdk = Consumer.ofTheSdk();
    return Stream.of(
        Consumer.ofTheSdkAfter(RETROFIT + "2.11.0"),
        Consumer.ofTheSdkAfter(LOGGING + "4.9.3"),
        Consumer.ofTheSdkAfter(LOGGING + "4.5.0"),
        sdk.managing(OKHTTP + "4.9.3", KOTLIN + "1.6.21"),
        sdk.managing(KOTLIN + "1.7.22"),
        sdk.managing("com.squareup.okio:okio-jvm:3.6.0"),
        Consumer.ofTheSdkAfter(MOSHI + "1.8.0"),
        sdk.managing(RETROFIT + "2.7.2"));
  }

  @ParameterizedTest
  @MethodSource("withOlderLibraries")
  void olderLibrary_isRefusedBeforeAnythingIsSent(Consumer consumer) throws Exception {
    String user = newUser();

    String printed = resolver.asMaven(consumer).lock(bapi, user);

    assertThat(printed).startsWith("refused: ").contains("dev.clerkbapi:sdk-bom").hasLineCount(1);
    assertThat(bapi.lockCount(user)).isZero();
  }

  @ParameterizedTest
  @MethodSource("withOlderLibraries")
  void olderLibrary_isLiftedByOurBom(Consumer consumer) throws Exception {
    locks(resolver.asMaven(consumer.importingOurBom()));
  }

  @Test
  void ourBom_setsTheVersionsThatWeTestWith() throws Exception {
    List<String> without = resolver.asMaven(Consumer.ofTheSdk()).names();
    List<String> with = resolver.asMaven(Consumer.ofTheSdk().importingOurBom()).names();

    // These two are empty since Kotlin 1.8, and Moshi asks for an older version of them.
    assertThat(with)
        .filteredOn(jar -> !jar.startsWith("kotlin-stdlib-jdk"))
        .containsExactlyElementsOf(
            without.stream().filter(jar -> !jar.startsWith("kotlin-stdlib-jdk")).toList());
  }

  private static void locksWithOneOkHttp(ClassPath classPath) throws Exception {
    assertThat(classPath.jarsWith("okhttp3.OkHttpClient")).containsExactly("okhttp-jvm-5.5.1.jar");
    assertThat(classPath.jarsWith("okio.Buffer")).containsExactly("okio-jvm-3.18.1.jar");
    locks(classPath);
  }

  /** Starts no second JVM for jars that have shown it: most consumers end with one of few sets. */
  private static void locks(ClassPath classPath) throws Exception {
    Set<Path> jars = Set.copyOf(classPath.entries());
    if (locking.contains(jars)) {
      return;
    }
    String user = newUser();

    assertThat(classPath.lock(bapi, user)).isEqualTo("locked: true");
    assertThat(bapi.lockCount(user)).isOne();
    locking.add(jars);
  }

  private static String newUser() {
    String user = "user_" + users.incrementAndGet();
    bapi.addUser(user);
    return user;
  }
}
