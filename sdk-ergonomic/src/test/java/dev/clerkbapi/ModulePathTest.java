package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.fixtures.RawServer;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user's module can do that requires ours; in a JVM of its own, without a class path. */
class ModulePathTest {
  private static final Path LIST = Path.of("target", "runtime-class-path");
  private static final Path OWN = Path.of("target", "classes");
  private static final String MODULE = "module app { requires dev.clerkbapi; }";
  private static final String PROGRAM =
      """
      package app;
      import dev.clerkbapi.ClerkClient;
      import dev.clerkbapi.api.UsersApi;
      import dev.clerkbapi.errors.ClerkException;
      import dev.clerkbapi.model.User;
      public class App {
        public static void main(String[] args) {
          try (ClerkClient clerk =
              ClerkClient.builder().secretKey("sk_test_1").baseUrl(args[0]).build()) {
            User user = clerk.users().lockUser("user_1");
            User again = clerk.call(clerk.api(UsersApi.class).getUser("user_1"));
            System.out.println(ClerkClient.class.getModule() + " " + user.locked() + again.locked());
          } catch (ClerkException e) {
            System.out.println(e);
          }
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void usersModule_locksAUserAndCallsAnInterface() throws Exception {
    assertThat(compile(PROGRAM)).isEmpty();

    try (RawServer server = new RawServer(RawServer.user())) {
      assertThat(run(server.baseUrl())).isEqualToIgnoringNewLines("module dev.clerkbapi truetrue");
    }
  }

  @Test
  void internals_areClosedToAUsersModule() throws Exception {
    assertThat(
            compile("package app; class App { dev.clerkbapi.internal.support.Environment none; }"))
        .contains("dev.clerkbapi.internal.support is not visible");
  }

  /** Returns the compiler's messages; empty if it has none. */
  private String compile(String program) throws Exception {
    Path module = Files.writeString(folder.resolve("module-info.java"), MODULE);
    Path app = Files.writeString(folder.resolve("App.java"), program);
    StringWriter output = new StringWriter();
    PrintWriter writer = new PrintWriter(output);
    ToolProvider.findFirst("javac")
        .orElseThrow()
        .run(
            writer,
            writer,
            "--module-path",
            modulePath(),
            "-d",
            folder.toString(),
            module.toString(),
            app.toString());
    return output.toString();
  }

  private String run(String baseUrl) throws Exception {
    Path out = folder.resolve("out.txt");
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                folder + File.pathSeparator + modulePath(),
                "--module",
                "app/app.App",
                baseUrl)
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertThat(java.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      java.destroyForcibly();
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  /** This module, and all that comes with it, as the build has written it down. */
  private static String modulePath() throws IOException {
    return OWN + File.pathSeparator + Files.readString(LIST).strip();
  }
}
