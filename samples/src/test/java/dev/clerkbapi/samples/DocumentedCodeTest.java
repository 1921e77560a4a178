package dev.clerkbapi.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java code in the README and in docs compiles; that for Spring in sample-spring-boot. */
class DocumentedCodeTest {
  private static final Pattern CODE =
      Pattern.compile("^```java\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("public final class (\\w+)");

  /** Around statements: what an IDE would import, and the variables that they may use. */
  private static final String STATEMENTS =
      """
      import dev.clerkbapi.*;
      import dev.clerkbapi.api.*;
      import dev.clerkbapi.auth.*;
      import dev.clerkbapi.bulk.*;
      import dev.clerkbapi.errors.*;
      import dev.clerkbapi.json.*;
      import dev.clerkbapi.model.*;
      import dev.clerkbapi.testing.*;
      import dev.clerkbapi.webhooks.*;
      import java.net.*;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.stream.*;

      class Statements {
        static ClerkClient clerk;
        static String key;
        static List<String> ids;
        static Set<String> admins;
        static WebhookVerifier webhooks;
        static WebhookDelivery delivery;
        static WebhookInbox inbox;
        static URI url;
        static User one;
        static String token;
        static SessionClaims session;
        static jakarta.servlet.http.HttpServletRequest servletRequest;
        static User other;

        void run() throws Exception {
          %s
        }
      }
      """;

  @TempDir private Path classes;

  static Stream<Arguments> snippets() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("../README.md")));
    try (Stream<Path> docs = Files.list(Path.of("../docs"))) {
      docs.filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.getFileName().toString().startsWith("spring")) // Needs Boot.
          .sorted()
          .forEach(pages::add);
    }
    List<Arguments> snippets = new ArrayList<>();
    for (Path page : pages) {
      Matcher code = CODE.matcher(Files.readString(page));
      for (int number = 1; code.find(); number++) {
        snippets.add(Arguments.of(page.getFileName() + " " + number, code.group(1)));
      }
    }
    return snippets.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("snippets")
  void snippet_compiles(String name, String code) {
    assertThat(errors(code)).as(name).isEmpty();
  }

  @Test
  void snippetsOfReadme_areFound() throws IOException {
    assertThat(snippets().map(snippet -> snippet.get()[0])).contains("README.md 1", "README.md 2");
  }

  @Test
  void snippetWithMistake_isFound() {
    assertThat(errors("clerk.users().lockEverybody();\n"))
        .singleElement()
        .asString()
        .contains("lockEverybody");
  }

  private List<String> errors(String code) {
    Matcher type = CLASS.matcher(code);
    boolean whole = type.find();
    String name = whole ? type.group(1) : "Statements";
    String source = whole ? code : STATEMENTS.replace("%s", code);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-proc:none",
            "-d",
            classes.toString(),
            "-classpath",
            System.getProperty("java.class.path"));
    boolean compiles =
        compiler
            .getTask(null, null, found, options, null, List.of(new Source(name, source)))
            .call();
    return compiles ? List.of() : found.getDiagnostics().stream().map(Object::toString).toList();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String code;

    Source(String name, String code) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
