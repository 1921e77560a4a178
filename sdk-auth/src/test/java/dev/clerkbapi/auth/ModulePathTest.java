package dev.clerkbapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.auth.fixtures.SigningKey;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user's module can do that requires ours, and has no servlets. */
class ModulePathTest {
  private static final String MODULE = "module app { requires dev.clerkbapi.auth; }";
  private static final String PROGRAM =
      """
      package app;
      import dev.clerkbapi.auth.*;
      import java.util.*;
      public class App {
        public static void main(String[] args) {
          AuthResult result =
              RequestAuthenticator.builder().jwtKey(args[0]).authorizedParties("x").build()
                  .authenticate(IncomingRequest.of("GET", "/", Map.of("Authorization", List.of("x"))));
          System.out.println(AuthResult.class.getModule() + " " + ((SignedOut) result).reason());
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void usersModule_authenticatesWithoutServlets() throws Exception {
    assertThat(compile(PROGRAM)).isEmpty();
    assertThat(run(SigningKey.of("ins_1").base64()))
        .isEqualToIgnoringNewLines("module dev.clerkbapi.auth token-invalid");
  }

  @Test
  void internals_areClosedToAUsersModule() throws Exception {
    assertThat(compile("package app; class App { dev.clerkbapi.auth.internal.Cookies none; }"))
        .contains("dev.clerkbapi.auth.internal is not visible");
  }

  @Test
  void runtimeJars_areThoseOfTheClient() throws Exception {
    List<String> jars =
        List.of(modulePath().split(File.pathSeparator)).stream()
            .map(jar -> Path.of(jar).getFileName().toString())
            .filter(jar -> !jar.equals("classes"))
            .toList();
    assertThat(jars)
        .noneMatch(jar -> jar.matches("(nimbus|jose|jakarta|bcp|slf4j).*"))
        .anyMatch(jar -> jar.startsWith("okhttp-jvm"));
  }

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

  private String run(String argument) throws Exception {
    Path out = folder.resolve("out.txt");
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                folder + File.pathSeparator + modulePath(),
                "--module",
                "app/app.App",
                argument)
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertThat(java.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      java.destroyForcibly();
    }
    return Files.readString(out);
  }

  private static String modulePath() throws Exception {
    return Path.of("target", "classes")
        + File.pathSeparator
        + Files.readString(Path.of("target", "runtime-class-path")).strip();
  }
}
