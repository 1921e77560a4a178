package dev.clerkbapi.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kotlin takes our JSpecify annotations for types: what may be null there is nullable, and nothing
 * else.
 */
class KotlinTest {
  private static final Path SOURCES = Path.of("src/test/kotlin");
  private static final Pattern ERROR = Pattern.compile("(?m)\\.kt:(\\d+):\\d+: error: ");

  @TempDir private Path classes;

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @Test
  void calls_compileWithoutAWarning() {
    assertThat(compile("Calls.kt")).as(output::toString).isEqualTo(ExitCode.OK);
  }

  @Test
  void mistakesWithNull_areRefusedAndNothingElseIs() throws IOException {
    assertThat(compile("Mistakes.kt")).isEqualTo(ExitCode.COMPILATION_ERROR);

    TreeSet<Integer> refused =
        ERROR
            .matcher(output.toString(StandardCharsets.UTF_8))
            .results()
            .map((MatchResult it) -> Integer.valueOf(it.group(1)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(refused).as(output::toString).containsExactlyElementsOf(mistakes());
  }

  private static List<Integer> mistakes() throws IOException {
    List<String> lines = Files.readAllLines(SOURCES.resolve("Mistakes.kt"));
    return IntStream.rangeClosed(1, lines.size())
        .filter(number -> lines.get(number - 1).endsWith("// MISTAKE"))
        .boxed()
        .toList();
  }

  private ExitCode compile(String file) {
    return new K2JVMCompiler()
        .exec(
            new PrintStream(output, true, StandardCharsets.UTF_8),
            "-Xjspecify-annotations=strict",
            "-Werror",
            "-no-stdlib", // It is on the class path, in the version of the compiler.
            "-no-reflect",
            "-jvm-target",
            "17",
            "-jdk-home",
            System.getProperty("java.home"),
            "-classpath",
            classPath(),
            "-d",
            classes.toString(),
            SOURCES.resolve(file).toString());
  }

  /** The compiler warns of entries that do not exist, such as this module's empty main classes. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> Files.exists(Path.of(entry)))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
