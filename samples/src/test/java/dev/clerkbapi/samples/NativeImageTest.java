package dev.clerkbapi.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A native image contains what our jars ask for. No compiler of native images runs here: a traced
 * JVM tells what a program reflects on, and our jars must ask for all of it.
 */
class NativeImageTest {
  private static final String METADATA =
      "META-INF/native-image/dev.clerkbapi/%s/reachability-metadata.json";
  private static final List<String> MODULES =
      List.of("sdk-generated", "sdk-ergonomic", "sdk-testing");

  private static final ReachabilityMetadata OURS = new ReachabilityMetadata();
  private static JavaClasses classes;

  @TempDir private static Path folder;

  @BeforeAll
  static void read() throws IOException {
    for (String module : MODULES) {
      OURS.add(NativeImageTest.class.getClassLoader().getResource(METADATA.formatted(module)));
    }
    classes = new ClassFileImporter().importPackages("dev.clerkbapi");
  }

  @Test
  void everythingThatAProgramReflectsOn_isInTheMetadata() throws Exception {
    List<String> interfaces = interfaces();
    List<String> trace = trace(interfaces).stream().filter(NativeImageTest::isOurs).toList();

    // That the trace sees: a type, a field, a method, a resource of each jar, a proxy.
    assertThat(trace)
        .anyMatch(line -> line.contains("\tforName\tokio.Socket"))
        .anyMatch(line -> line.contains("\tfindStaticVarHandle\tokhttp3.OkHttp\tVERSION"))
        .anyMatch(line -> line.contains("\tgetMethod\tretrofit2.Call\ttimeout"))
        .anyMatch(line -> line.endsWith("\tversion.txt"))
        .anyMatch(line -> line.endsWith("\tbapi.json"))
        .anyMatch(line -> line.endsWith("\twebhook-examples.json"));
    for (String type : interfaces) {
      assertThat(trace)
          .anyMatch(it -> it.matches("retrofit2.*\tnewProxyInstance\t-\t" + type + "\t-"));
    }
    assertThat(trace.stream().filter(Predicate.not(NativeImageTest::isCovered))).isEmpty();
  }

  /** What the trace did not come by would be found here, and be a reason to trace more. */
  @Test
  void classesThatReflect_areKnown() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      if (isPublished(type)
          && type.getAccessesFromSelf().stream()
              .anyMatch(it -> reflects(it.getTargetOwner().getName(), it.getName()))) {
        found.add(type.getName());
      }
    }
    assertThat(found)
        .containsExactlyInAnyOrder(
            "dev.clerkbapi.internal.http.Apis",
            "dev.clerkbapi.internal.support.DaemonThreads",
            "dev.clerkbapi.internal.support.Libraries",
            "dev.clerkbapi.internal.support.UserAgent",
            "dev.clerkbapi.metadata.Shape", // The user's types; docs/configuration.md says so.
            "dev.clerkbapi.testing.WebhookExamples",
            "dev.clerkbapi.testing.internal.bapi.Bapi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"resource", "reflections"})
  void unknownMember_isRefused(String name) {
    assertThatThrownBy(() -> new ReachabilityMetadata().add(Map.of(name, List.of())))
        .hasMessageContaining(name);
  }

  @Test
  void entryWithoutType_isRefused() {
    Map<?, ?> entry = Map.of("name", "okio.Buffer"); // As in the older reflect-config.json.
    assertThatThrownBy(() -> new ReachabilityMetadata().add(Map.of("reflection", List.of(entry))))
        .hasMessageContaining("okio.Buffer");
  }

  private static boolean isPublished(JavaClass type) {
    return !type.getPackageName().equals("dev.clerkbapi.samples");
  }

  private static boolean reflects(String owner, String method) {
    return switch (owner) {
      case "java.lang.Class" ->
          method.matches("forName|getResource.*|getRecordComponents")
              || method.matches("get(Declared)?(Method|Field|Constructor|Classe)s?")
              || method.equals("newInstance");
      case "java.lang.ClassLoader" -> method.matches("getResources?.*|resources|loadClass");
      case "java.lang.reflect.Proxy" -> method.equals("newProxyInstance");
      case "java.lang.invoke.MethodHandles$Lookup" -> method.matches("find.*|unreflect.*");
      case "java.util.ServiceLoader", "java.util.ResourceBundle" -> true;
      default -> owner.endsWith("FieldUpdater");
    };
  }

  private static List<String> interfaces() {
    return classes.stream()
        .filter(it -> it.getPackageName().equals("dev.clerkbapi.api") && it.isInterface())
        .map(JavaClass::getName)
        .filter(it -> it.endsWith("Api"))
        .sorted()
        .toList();
  }

  /** Our classes, and what libraries do with ours; not the samples, which are as a user's. */
  private static boolean isOurs(String line) {
    String[] parts = line.split("\t", -1);
    boolean ours = parts[0].startsWith("dev.clerkbapi.");
    boolean aboutOurs = line.substring(parts[0].length()).contains("dev.clerkbapi.");
    return (ours || aboutOurs) && !line.contains("dev.clerkbapi.samples.");
  }

  private static boolean isCovered(String line) {
    List<String> parts = Arrays.asList(line.split("\t", -1));
    return OURS.covers(parts.get(1), parts.subList(2, parts.size()));
  }

  /** Runs the program in a JVM of its own, because an agent changes the whole JVM. */
  private static List<String> trace(List<String> interfaces) throws Exception {
    Path file = folder.resolve("trace");
    List<String> command = new ArrayList<>();
    Collections.addAll(
        command,
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-javaagent:" + agent() + "=" + file,
        "-cp",
        System.getProperty("java.class.path"),
        TracedProgram.class.getName());
    command.addAll(interfaces);
    Path output = folder.resolve("output");
    Process program =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(program.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(program.exitValue()).as(Files.readString(output)).isZero();
    } finally {
      program.destroyForcibly();
    }
    return Files.readAllLines(file);
  }

  private static Path agent() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", ReflectionTrace.class.getName());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    Path jar = folder.resolve("agent.jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close(); // The agent itself is on the class path.
    }
    return jar;
  }
}
