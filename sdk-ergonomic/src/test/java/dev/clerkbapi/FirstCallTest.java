package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.fixtures.RawServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a new process loads until its first response: that is most of what it waits for. */
class FirstCallTest {
  /** There are some 1940 on JDK 17 and 2110 on 25; a record's equals alone is 50 more. */
  private static final int MOST_CLASSES = Runtime.version().feature() < 21 ? 2_000 : 2_150;

  /** There are some 80, half of them because Retrofit's proxy asks for all arguments' types. */
  private static final int MOST_MODELS = 120;

  private static List<String> loaded;
  private static RawServer server;

  @BeforeAll
  static void makeACallInAProcessOfItsOwn() throws Exception {
    server = new RawServer(RawServer.user());
    loaded = classesUntilAResponse(server.baseUrl(), List.of());
  }

  @AfterAll
  static void close() throws IOException {
    server.close();
  }

  @Test
  void classes_areFew() {
    System.out.println("classes until the first response: " + loaded.size());
    assertThat(loaded).hasSizeBetween(500, MOST_CLASSES);
  }

  @Test
  void models_areLoadedWhenTheyAreNeeded() {
    List<String> models =
        loaded.stream().filter(name -> name.startsWith("dev.clerkbapi.model.")).toList();

    assertThat(models).contains("dev.clerkbapi.model.User").hasSizeLessThan(MOST_MODELS);
  }

  @Test
  void models_areNotReachedThroughReflection() {
    // Moshi makes a binding for each field of a class that it reads by reflection; and the JDK has
    // an accessor for each field that is read so, whoever asks for it.
    assertThat(loaded)
        .contains("com.squareup.moshi.Moshi")
        .noneMatch(name -> name.startsWith("com.squareup.moshi.ClassJsonAdapter$FieldBinding"))
        .noneMatch(name -> name.startsWith("com.squareup.moshi.RecordJsonAdapter$Component"))
        .noneMatch(name -> name.contains("ObjectFieldAccessor"));
  }

  @Test
  void generator_isNotThere() {
    assertThat(loaded)
        .noneMatch(name -> name.startsWith("dev.clerkbapi.openapi."))
        .noneMatch(name -> name.startsWith("org.openapitools."));
  }

  /** One call, with nothing but the SDK. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) {
      try (ClerkClient clerk =
          ClerkClient.builder().secretKey("sk_test_first").baseUrl(args[0]).build()) {
        System.out.println(clerk.users().getUser("user_1").id());
      }
    }
  }

  static List<String> classesUntilAResponse(String baseUrl, List<String> flags) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xlog:class+load:stdout:none");
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), baseUrl));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      out.lines().forEach(lines::add);
    }
    assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
    assertThat(lines).contains("user_123");
    return lines.stream()
        .filter(line -> line.contains(" source: "))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }
}
