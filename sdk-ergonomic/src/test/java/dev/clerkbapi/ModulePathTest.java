package dev.clerkbapi;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import dev.clerkbapi.model.User;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import kotlin.Unit;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.jspecify.annotations.NonNull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** What a user's module can do that requires ours; in a JVM of its own, without a class path. */
class ModulePathTest {
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

  /** Returns what the compiler says, nothing if it is content. */
  private String compile(String program) throws Exception {
    Path module = Files.writeString(folder.resolve("module-info.java"), MODULE);
    Path app = Files.writeString(folder.resolve("App.java"), program);
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
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
    return said.toString();
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

  /** Ours, and the jars that come with it. */
  private static String modulePath() {
    return Stream.of(
            ClerkClient.class,
            User.class,
            Retrofit.class,
            MoshiConverterFactory.class,
            Moshi.class,
            OkHttpClient.class,
            Buffer.class,
            Unit.class,
            NonNull.class)
        .map(ModulePathTest::place)
        .collect(joining(File.pathSeparator));
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
