package dev.clerkbapi.samples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java code in docs/spring.md and docs/spring-security.md compiles, on either version of Boot.
 */
class DocumentedSpringTest {
  private static final Pattern CODE =
      Pattern.compile("^```java\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

  /** What an IDE would import, and a class around methods. */
  private static final String IMPORTS =
      """
      import dev.clerkbapi.*;
      import dev.clerkbapi.auth.*;
      import dev.clerkbapi.model.User;
      import dev.clerkbapi.spring.*;
      import dev.clerkbapi.spring.security.*;
      import dev.clerkbapi.spring.testing.*;
      import dev.clerkbapi.testing.*;
      import dev.clerkbapi.webhooks.*;
      import jakarta.servlet.*;
      import java.time.*;
      import java.util.*;
      import org.junit.jupiter.api.*;
      import org.springframework.beans.factory.annotation.*;
      import org.springframework.boot.builder.*;
      import org.springframework.boot.test.context.*;
      import org.springframework.context.annotation.*;
      import org.springframework.core.annotation.Order;
      import org.springframework.http.*;
      import org.springframework.security.access.prepost.*;
      import org.springframework.security.config.annotation.method.configuration.*;
      import org.springframework.security.config.annotation.web.builders.*;
      import org.springframework.security.core.annotation.*;
      import org.springframework.security.web.*;
      import org.springframework.security.web.csrf.*;
      import org.springframework.test.web.servlet.*;
      import org.springframework.web.bind.annotation.*;
      import static dev.clerkbapi.spring.testing.ClerkRequestPostProcessors.*;
      import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.*;
      import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.*;

      """;

  @TempDir private Path classes;

  static Stream<Arguments> snippets() throws IOException {
    Matcher code = CODE.matcher(page("spring.md") + page("spring-security.md"));
    return code.results().map(found -> Arguments.of(found.group(1)));
  }

  private static String page(String name) throws IOException {
    return Files.readString(Path.of("../../docs", name));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("snippets")
  void snippet_compiles(String code) {
    assertThat(errors(code)).as(code).isEmpty();
  }

  @Test
  void snippets_areFound() throws IOException {
    assertThat(snippets()).hasSizeGreaterThan(10);
  }

  @Test
  void snippetWithMistake_isFound() {
    assertThat(errors("void lock(ClerkClient clerk) { clerk.users().lockEverybody(); }"))
        .singleElement()
        .asString()
        .contains("lockEverybody");
  }

  private List<String> errors(String code) {
    boolean whole =
        Pattern.compile("^(public |final )*class ", Pattern.MULTILINE).matcher(code).find();
    String source =
        IMPORTS
            + (whole
                ? code
                : "abstract class Snippet {\n  MockMvc mvc;\n  FakeBapi bapi;\n" + code + "}\n");
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-proc:none",
            "-d",
            classes.toString(),
            "-classpath",
            System.getProperty("java.class.path"));
    ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, found, options, null, List.of(new Source(source)))
        .call();
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(each -> each.getMessage(Locale.ROOT))
        .toList();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String code;

    Source(String code) {
      super(URI.create("string:///Snippet.java"), Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
