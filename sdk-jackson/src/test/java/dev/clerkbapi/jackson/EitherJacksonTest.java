package dev.clerkbapi.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application has one Jackson: the module for it works without the other, on either path. */
class EitherJacksonTest {
  private static final String JACKSON_2 = "com.fasterxml.jackson.databind";
  private static final String JACKSON_3 = "tools.jackson.databind";
  private static final String USER = "{\"id\":\"user_1\"}";

  @TempDir private Path folder;

  @Test
  void jackson2Alone_writesAModel() throws Exception {
    String jackson = path(".*/jackson-\\w+-2\\..*");
    expectOnClassPath("new ObjectMapper().findAndRegisterModules()", JACKSON_2, jackson);
    expectOnModulePath(
        "new ObjectMapper().registerModule(new ClerkJackson2Module())", JACKSON_2, jackson);
  }

  @Test
  void jackson3Alone_writesAModel() throws Exception {
    String jackson = path(".*/tools/jackson/.*|.*/jackson-annotations-.*");
    expectOnClassPath("JsonMapper.builder().findAndAddModules().build()", JACKSON_3, jackson);
    expectOnModulePath(
        "JsonMapper.builder().addModule(new ClerkJacksonModule()).build()", JACKSON_3, jackson);
  }

  private void expectOnClassPath(String mapper, String module, String jackson) throws Exception {
    String path = String.join(File.pathSeparator, "target/classes", jackson, runtime());
    Path classes = folder.resolve("classes");
    Path app = Files.writeString(folder.resolve("App.java"), program(mapper, module));
    assertThat(run("javac", "-cp", path, "-d", classes.toString(), app.toString())).isEmpty();
    assertThat(run("java", "-cp", classes + File.pathSeparator + path, "app.App")).isEqualTo(USER);
  }

  private void expectOnModulePath(String mapper, String module, String jackson) throws Exception {
    String path = String.join(File.pathSeparator, "target/classes", jackson, runtime());
    Path classes = folder.resolve("modules");
    Path app = Files.writeString(folder.resolve("App.java"), program(mapper, module));
    String descriptor =
        "module app { requires dev.clerkbapi.jackson; requires %s; }".formatted(module);
    Path info = Files.writeString(folder.resolve("module-info.java"), descriptor);
    assertThat(run("javac", "-p", path, "-d", classes.toString(), info.toString(), app.toString()))
        .isEmpty();
    assertThat(run("java", "-p", classes + File.pathSeparator + path, "-m", "app/app.App"))
        .isEqualTo(USER);
  }

  private static String program(String mapper, String module) {
    return """
        package app;
        import dev.clerkbapi.jackson.*;
        import dev.clerkbapi.model.User;
        import %2$s.*;
        import %2$s.json.*;
        public class App {
          public static void main(String[] args) throws Exception {
            User user = User.fromJson("{\\"id\\":\\"user_1\\"}");
            System.out.print(%1$s.writeValueAsString(user));
          }
        }
        """
        .formatted(mapper, module);
  }

  /** The jars of our own class path that match. */
  private static String path(String regex) {
    List<String> jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(jar -> jar.replace('\\', '/').matches(regex))
            .toList();
    assertThat(jars).hasSize(3);
    return jars.stream().collect(Collectors.joining(File.pathSeparator));
  }

  private static String runtime() throws Exception {
    String jars = Files.readString(Path.of("target", "runtime-class-path")).strip();
    assertThat(jars).doesNotContain("databind", "okhttp");
    return jars;
  }

  private String run(String tool, String... arguments) throws Exception {
    Path out = folder.resolve("out.txt");
    Path java = Path.of(System.getProperty("java.home"), "bin", tool);
    List<String> command = Stream.concat(Stream.of(java.toString()), Stream.of(arguments)).toList();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(out);
  }
}
