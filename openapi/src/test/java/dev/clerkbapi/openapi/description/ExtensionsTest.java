package dev.clerkbapi.openapi.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExtensionsTest {
  private static final Pattern LITERAL = Pattern.compile("\"x-[^\"]*\"");

  /** A key in two places is misspelt in one of them sooner or later, and nothing fails. */
  @Test
  void namesOfKeys_standInOneClass() throws Exception {
    Set<String> holders = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (LITERAL.matcher(Files.readString(file)).find()) {
          holders.add(file.getFileName().toString());
        }
      }
    }
    assertThat(holders).containsExactly("Extensions.java");
  }
}
