package dev.clerkbapi.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clerkbapi.testing.FakeBapi;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The oldest compiler of Kotlin that we promise, and that of our build, read what sdk-kotlin is
 * made of: with what Maven resolves for a project that declares sdk-kotlin alone.
 */
class KotlinModuleTest {
  private static final String OLDEST = "2.0.21";
  private static final String NEWEST = "2.4.21";

  private static final Path PAGE = Path.of("../docs/kotlin.md");
  private static final Pattern CODE =
      Pattern.compile("^```kotlin\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern DECLARATIONS = Pattern.compile("(?m)^(data class|fun) ");

  /** What an IDE would import. */
  private static final String IMPORTS =
      """
      package page

      import dev.clerkbapi.*
      import dev.clerkbapi.errors.*
      import dev.clerkbapi.kotlin.*
      import dev.clerkbapi.metadata.*
      import dev.clerkbapi.model.*
      import kotlin.time.Duration.Companion.seconds
      import kotlinx.coroutines.*
      import kotlinx.coroutines.flow.*

      """;

  @TempDir private Path folder;

  /** One test, because the compiler takes long to start. */
  @ParameterizedTest
  @ValueSource(strings = {OLDEST, NEWEST})
  void codeOfThePageAndAProgram_compileAndTheProgramRuns(String kotlin) throws Exception {
    assumeTrue(
        kotlin.equals(NEWEST) || Runtime.version().feature() < 24,
        "Kotlin 2.0's compiler does not start on a newer JDK");
    List<Path> sources = new ArrayList<>(codeOfThePage());
    assertThat(sources).hasSizeGreaterThan(3);
    sources.add(Path.of("src/test/kotlin/Program.kt"));
    assertThat(compile(kotlin, sources)).isEmpty();

    List<Path> classPath = new ArrayList<>(List.of(folder.resolve("classes")));
    try (FakeBapi bapi = FakeBapi.start();
        Resolver resolver = new Resolver()) {
      bapi.addUser("user_1");
      classPath.addAll(resolver.asMaven(Consumer.ofSdkKotlin()).entries());
      assertThat(java(classPath, "ProgramKt", List.of(bapi.baseUrl(), bapi.secretKey())).lines())
          .containsExactly(
              "locked: true",
              "users: [user_1]",
              "missing: 404",
              "same: true",
              "defaults: Plan(name=free, seats=3, desk=null)");
    }
  }

  private List<Path> codeOfThePage() throws IOException {
    List<Path> files = new ArrayList<>();
    for (MatchResult code : CODE.matcher(Files.readString(PAGE)).results().toList()) {
      Path file = folder.resolve("Snippet" + files.size() + ".kt");
      files.add(Files.writeString(file, source(files.size(), code.group(1))));
    }
    return files;
  }

  /** Statements may use a client, and suspend. */
  private static String source(int number, String code) {
    return IMPORTS
        + (DECLARATIONS.matcher(code).find()
            ? code
            : "suspend fun snippet%d(clerk: ClerkClient) = coroutineScope {\n%s}\n"
                .formatted(number, code));
  }

  /** Returns the compiler's messages; empty if it has none. */
  private String compile(String version, List<Path> sources) throws Exception {
    String compiler = "org.jetbrains.kotlin:kotlin-compiler-embeddable:" + version;
    try (Resolver resolver = new Resolver()) {
      List<String> arguments = new ArrayList<>();
      arguments.addAll(List.of("-no-stdlib", "-no-reflect", "-jvm-target", "17"));
      arguments.addAll(List.of("-Xjspecify-annotations=strict"));
      arguments.addAll(List.of("-jdk-home", System.getProperty("java.home")));
      ClassPath ours = resolver.asMaven(Consumer.ofSdkKotlin());
      arguments.addAll(List.of("-classpath", joined(ours.entries())));
      arguments.addAll(List.of("-d", folder.resolve("classes").toString()));
      sources.forEach(source -> arguments.add(source.toString()));
      ClassPath its = resolver.asMaven(new Consumer(List.of(compiler), List.of()));
      return java(its.entries(), "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", arguments);
    }
  }

  /** Returns what a program prints, without what a newer JVM says of the compiler. */
  private String java(List<Path> classPath, String program, List<String> arguments)
      throws IOException, InterruptedException {
    Path out = folder.resolve("output.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", joined(classPath), program));
    command.addAll(arguments);
    Process java =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      assertThat(java.waitFor(4, TimeUnit.MINUTES)).isTrue();
      assertThat(java.exitValue()).as(Files.readString(out)).isZero();
    } finally {
      java.destroyForcibly();
    }
    return Files.readAllLines(out).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("WARNING: "))
        .collect(Collectors.joining("\n"));
  }

  private static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
