package dev.clerkbapi.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.model.User;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The classes of operations are read in IDEs: each keeps these rules of style. */
class ResourceStyleTest {
  private static final Path SOURCES = Path.of("target/generated-sources/resources");
  private static final int LINE_LIMIT = 120;
  private static final Pattern IMPORT = Pattern.compile("(?m)^import [\\w.]+\\.(\\w+);$");
  private static final Pattern METHOD =
      Pattern.compile("(?m)(?<=\n)(.*)\n(  @Deprecated\n)?  public (?!static|final)");

  private static final Map<String, String> TEXTS = new TreeMap<>();

  @BeforeAll
  static void read() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        TEXTS.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    assertThat(TEXTS).hasSizeGreaterThan(35);
  }

  @Test
  void lines_areShorterThanTheLimit() {
    assertThat(TEXTS)
        .allSatisfy(
            (file, text) -> assertThat(text.lines()).allMatch(line -> line.length() < LINE_LIMIT));
  }

  @Test
  void imports_areUsed() {
    TEXTS.forEach(
        (file, text) -> {
          String code = text.replaceAll("(?m)^import .*|^ *(/\\*\\*|\\*|//).*", "");
          for (Matcher it = IMPORT.matcher(text); it.find(); ) {
            assertThat(code).as(file).containsPattern("\\b" + it.group(1) + "\\b");
          }
        });
  }

  @Test
  void methods_haveJavadoc() {
    int methods = 0;
    for (Map.Entry<String, String> text : TEXTS.entrySet()) {
      for (Matcher it = METHOD.matcher(text.getValue()); it.find(); methods++) {
        assertThat(it.group(1)).as(text.getKey()).endsWith("*/");
      }
    }
    assertThat(methods).isGreaterThan(500);
  }

  /** A class and a model of one name would make callers write out the package of one. */
  @Test
  void classes_haveNamesThatNoModelHas() throws IOException, URISyntaxException {
    List<String> resources =
        ResourceMethod.accessors().stream()
            .map(Method::getReturnType)
            .map(Class::getSimpleName)
            .toList();

    assertThat(resources).contains("Users", "Organizations");
    assertThat(resources)
        .allSatisfy(
            name ->
                assertThat(User.class.getResource(name + ".class"))
                    .as("model of the name")
                    .isNull());
  }
}
