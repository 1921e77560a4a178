package dev.clerkbapi.openapi.update;

import com.squareup.moshi.Moshi;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** Compiles sources in this process, against the libraries that the SDK needs at run time. */
final class Compiler {
  /** A type of each library; its jar is wherever the type came from. */
  private static final List<Class<?>> LIBRARIES =
      List.of(
          Retrofit.class,
          MoshiConverterFactory.class,
          Moshi.class,
          OkHttpClient.class,
          Buffer.class,
          kotlin.Unit.class,
          Nullable.class);

  private Compiler() {}

  /** Compiles all sources below {@code roots}; returns the errors, none if it compiled. */
  static List<String> compile(List<Path> roots, List<Path> classes, Path target) {
    List<Path> sources = new ArrayList<>();
    roots.forEach(root -> sources.addAll(javaFiles(root)));
    JavaCompiler javac =
        Objects.requireNonNull(
            ToolProvider.getSystemJavaCompiler(), "an update needs a JDK, not a JRE");
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-nowarn",
              "--release",
              "17",
              "-d",
              target.toString(),
              "-cp",
              classpath(classes));
      javac
          .getTask(
              null, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(Compiler::oneLine)
        .toList();
  }

  /** Without the descriptor of a module: libraries and sources meet on the class path here. */
  static List<Path> javaFiles(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("module-info.java"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the jars of the libraries. */
  static List<Path> libraries() {
    List<Path> jars = new ArrayList<>();
    for (Class<?> library : LIBRARIES) {
      CodeSource source = library.getProtectionDomain().getCodeSource();
      jars.add(Path.of(java.net.URI.create(source.getLocation().toString())));
    }
    return jars;
  }

  private static String classpath(List<Path> classes) {
    List<String> entries = new ArrayList<>();
    libraries().forEach(jar -> entries.add(jar.toString()));
    classes.forEach(folder -> entries.add(folder.toString()));
    return String.join(File.pathSeparator, entries);
  }

  private static String oneLine(Diagnostic<? extends JavaFileObject> error) {
    JavaFileObject source = error.getSource();
    String file = source == null ? "" : Path.of(source.getName()).getFileName() + ":";
    String message = error.getMessage(Locale.ROOT).strip().replaceAll("\\s+", " ");
    return file + error.getLineNumber() + ": " + message;
  }
}
