package dev.clerkbapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Generated code is read in debuggers and IDEs: each file of it keeps these rules of style. */
class GeneratedStyleTest {
  private static final Path SOURCES = Path.of("target/generated-sources/openapi/java");
  private static final int LINE_LIMIT = 120;

  private static final Pattern IMPORT = Pattern.compile("(?m)^import [\\w.]+\\.(\\w+);$");
  private static final Pattern BUILDER =
      Pattern.compile(
          "(?s)/\\*\\* ([^/]*) \\*/\n  public static Builder builder\\(\\) \\{\n(.*?)\n  }");

  private static final String EMPTY_BUILDER =
      """
      Returns an empty builder.
          return new Builder();""";

  private static final Pattern PRESET_BUILDER =
      Pattern.compile(
          """
          Returns a builder with \\{@code object} preset\\.
              Builder builder = new Builder\\(\\);
              builder\\.object = \\w+;
              return builder;""");

  private static final Map<String, String> SOURCES_BY_NAME = new TreeMap<>();

  @BeforeAll
  static void read() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        SOURCES_BY_NAME.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    assertThat(SOURCES_BY_NAME).hasSizeGreaterThan(400);
  }

  @Test
  void lines_areShorterThanTheLimit() {
    assertThat(matches("(?m)^.{" + LINE_LIMIT + ",}$")).isEmpty();
  }

  @Test
  void imports_areUsed() {
    List<String> unused = new ArrayList<>();
    SOURCES_BY_NAME.forEach(
        (name, source) -> {
          String code = source.replaceAll("(?m)^import .*|^ *(/\\*\\*|\\*|//).*", "");
          IMPORT
              .matcher(source)
              .results()
              .map(it -> it.group(1))
              .distinct()
              .forEach(
                  type -> {
                    if (!Pattern.compile("\\b" + type + "\\b").matcher(code).find()) {
                      unused.add(name + ": " + type);
                    }
                  });
        });
    assertThat(unused).isEmpty();
  }

  @Test
  void code_inJavadocIsAnInlineTag() {
    assertThat(matches("</?code>")).isEmpty();
  }

  @Test
  void builder_hasALocalOnlyForPresetMembers() {
    Map<String, String> strange = new TreeMap<>();
    int builders = 0;
    for (Map.Entry<String, String> source : SOURCES_BY_NAME.entrySet()) {
      for (MatchResult builder : BUILDER.matcher(source.getValue()).results().toList()) {
        builders++;
        String method = builder.group(1) + "\n" + builder.group(2);
        if (!method.equals(EMPTY_BUILDER) && !PRESET_BUILDER.matcher(method).matches()) {
          strange.put(source.getKey(), method);
        }
      }
    }
    assertThat(strange).isEmpty();
    assertThat(builders).isEqualTo(matches("Builder builder\\(\\)").size()).isGreaterThan(200);
  }

  @Test
  void builderClass_standsAfterABlankLine() {
    assertThat(matches("[^\n]\n( *)/\\*\\* Builds \\{@link")).isEmpty();
    assertThat(matches("\n\n( *)/\\*\\* Builds \\{@link")).hasSizeGreaterThan(200);
  }

  @Test
  void constants_areNamedAfterWhatTheyHold() {
    assertThat(matches("\\b(KIND|KINDS|OBJECT|TAG)\\b")).isEmpty();
  }

  private static List<String> matches(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return SOURCES_BY_NAME.entrySet().stream()
        .flatMap(
            source ->
                pattern
                    .matcher(source.getValue())
                    .results()
                    .map(match -> source.getKey() + ": " + match.group()))
        .collect(Collectors.toList());
  }
}
