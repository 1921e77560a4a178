package dev.clerkbapi.openapi.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.openapi.description.Documents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine;

/** A repository in miniature: a description, overlays, and what is written by hand. */
final class TestWorkspace {
  private static final Path REPOSITORY = Path.of("..");

  /** As much of the ergonomic client as the generated part of it needs. */
  static final String CLIENT =
      """
      package dev.clerkbapi;
      public final class ClerkClient extends Resources {
        public <A> A api(Class<A> type) {
          throw new UnsupportedOperationException();
        }
        public <T> T call(retrofit2.Call<T> call) {
          throw new UnsupportedOperationException();
        }
        @Override
        ClerkClient self() {
          return this;
        }
      }
      """;

  final Path root;
  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private TestWorkspace(Path root) {
    this.root = root;
  }

  /** One with this description, without overlays, and with a client of a few lines. */
  static TestWorkspace small(Path root, String bapi) {
    TestWorkspace workspace = new TestWorkspace(root);
    workspace.write("openapi/bapi.yml", bapi);
    workspace.write("openapi/overlays/.keep", "");
    workspace.copy("openapi/error-codes.tsv");
    workspace.copy("sdk-generated/src/main/java/dev/clerkbapi/json");
    workspace.copy("sdk-generated/src/main/java/dev/clerkbapi/api");
    workspace.write("sdk-ergonomic/src/main/java/dev/clerkbapi/ClerkClient.java", CLIENT);
    return workspace;
  }

  /** A small one with a description of webhooks, too. */
  static TestWorkspace withWebhooks(Path root, String bapi, String webhooks) {
    TestWorkspace workspace = small(root, bapi);
    workspace.write("openapi/webhooks.yml", webhooks);
    workspace.write("openapi/overlays/webhooks/2-names.yml", ThingEvents.NAMES);
    workspace.copy("sdk-webhooks/src/main/java");
    return workspace;
  }

  /** One with this repository's overlays and hand-written code, and a description of BAPI. */
  static TestWorkspace real(Path root, String version) {
    TestWorkspace workspace = new TestWorkspace(root);
    workspace.write("openapi/bapi.yml", bapi(version));
    workspace.copy("openapi/webhooks.yml");
    workspace.copy("openapi/overlays");
    workspace.copy("sdk-webhooks/src/main/java");
    workspace.copy("openapi/error-codes.tsv");
    workspace.copy("sdk-generated/src/main/java");
    workspace.copy("sdk-ergonomic/src/main/java");
    return workspace;
  }

  /** The facts of a dated version, as the import wrote them. */
  static String bapi(String version) {
    String resource = "/dev/clerkbapi/openapi/versions/" + version + ".yml.gz";
    try (InputStream packed =
        Objects.requireNonNull(TestWorkspace.class.getResourceAsStream(resource), resource)) {
      return new String(new GZIPInputStream(packed).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path write(String file, String text) {
    Path path = root.resolve(file);
    Documents.write(path, text);
    return path;
  }

  /** Runs the command, and returns its exit status. */
  int update(Object... arguments) {
    out.reset();
    err.reset();
    String[] all = new String[arguments.length + 2];
    all[0] = "--root";
    all[1] = root.toString();
    for (int i = 0; i < arguments.length; i++) {
      all[i + 2] = arguments[i].toString();
    }
    PrintStream toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new CommandLine(new UpdateCommand(toOut, toErr)).execute(all);
  }

  /** Takes over a dated version, as published with no prose at all, and sees that it worked. */
  void takeOver(String version) {
    String bapi = bapi(version);
    Path published = write("published/" + version + ".yml", bapi);
    assertThat(update(published)).as(errors()).isZero();
    assertThat(new Workspace(root).bapi()).hasContent(bapi);
    assertThat(report()).doesNotContain("does not compile", "no longer has");
  }

  String report() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Every file with its text, to see that nothing changed. */
  Map<Path, String> files() {
    Map<Path, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private void copy(String what) {
    Path from = REPOSITORY.resolve(what);
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        write(REPOSITORY.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
