package dev.clerkbapi.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.testing.SignedWebhook;
import dev.clerkbapi.testing.WebhookSigner;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's program with this module and what Maven brings with it: there is no HTTP client. */
class NoHttpClientTest {
  private static final Path LIST = Path.of("target", "runtime-class-path");
  private static final Path OWN = Path.of("target", "classes");
  private static final String MODULE = "module app { requires dev.clerkbapi.webhooks; }";
  private static final String PROGRAM =
      """
      package app;
      import dev.clerkbapi.model.User;
      import dev.clerkbapi.webhooks.UserCreated;
      import dev.clerkbapi.webhooks.WebhookDelivery;
      import dev.clerkbapi.webhooks.WebhookVerifier;
      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.time.Clock;
      import java.util.List;
      import java.util.Map;
      public class App {
        public static void main(String[] args) throws Exception {
          WebhookVerifier verifier = WebhookVerifier.builder().secret(args[0]).build();
          Map<String, List<String>> headers =
              Map.of(
                  "Svix-Id", List.of(args[1]),
                  "Svix-Timestamp", List.of(args[2]),
                  "Svix-Signature", List.of(args[3]));
          WebhookDelivery delivery = verifier.verify(headers, Files.readAllBytes(Path.of(args[4])));
          User user = ((UserCreated) delivery.event()).data();
          System.out.println(UserCreated.class.getModule() + " " + user.id());
        }
      }
      """;

  private final WebhookSigner clerk = WebhookSigner.create();

  @TempDir private Path folder;

  @Test
  void whatMavenBrings_hasNoHttpClient() throws IOException {
    assertThat(Files.readString(LIST))
        .contains("sdk-generated", "moshi", "okio-jvm")
        .doesNotContain(
            "retrofit", "okhttp", "sdk-ergonomic", "sdk-testing", "svix", "standardwebhooks");
  }

  @Test
  void modulePath_verifiesAndDecodes() throws Exception {
    Files.writeString(folder.resolve("module-info.java"), MODULE);
    assertThat(compile("--module-path", "module-info.java", "App.java")).isEmpty();
    assertThat(
            run("--module-path", folder + File.pathSeparator + path(), "--module", "app/app.App"))
        .isEqualToIgnoringNewLines("module dev.clerkbapi.webhooks user_1");
  }

  @Test
  void classPath_verifiesAndDecodes() throws Exception {
    assertThat(compile("--class-path", "App.java")).isEmpty();
    assertThat(run("--class-path", folder + File.pathSeparator + path(), "app.App"))
        .startsWith("unnamed module")
        .endsWith(" user_1" + System.lineSeparator());
  }

  /** Returns the compiler's messages; empty if it has none. */
  private String compile(String option, String... files) throws IOException {
    Files.writeString(folder.resolve("App.java"), PROGRAM);
    StringWriter output = new StringWriter();
    PrintWriter writer = new PrintWriter(output);
    String[] arguments = new String[files.length + 4];
    arguments[0] = option;
    arguments[1] = path();
    arguments[2] = "-d";
    arguments[3] = folder.toString();
    for (int i = 0; i < files.length; i++) {
      arguments[i + 4] = folder.resolve(files[i]).toString();
    }
    ToolProvider.findFirst("javac").orElseThrow().run(writer, writer, arguments);
    return output.toString();
  }

  private String run(String... options) throws Exception {
    SignedWebhook webhook = clerk.event("user.created").with("data.id", "user_1");
    Path body = Files.write(folder.resolve("body.json"), webhook.body());
    Map<String, String> headers = webhook.headers();
    List<String> command =
        new java.util.ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            clerk.secret(),
            headers.get("svix-id"),
            headers.get("svix-timestamp"),
            headers.get("svix-signature"),
            body.toString()));
    Path out = folder.resolve("out.txt");
    Process java =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      assertThat(java.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      java.destroyForcibly();
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  /** This module, and all that comes with it, as the build has written it down. */
  private static String path() throws IOException {
    return OWN + File.pathSeparator + Files.readString(LIST).strip();
  }
}
