package dev.clerkbapi.openapi.update;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Which operations the code written by hand calls, and from which of its files. */
final class Wrappers {
  private static final String API = "dev.clerkbapi.api.";

  private final Map<String, Set<String>> filesByCall = new TreeMap<>();

  private Wrappers() {}

  /** Parses the sources below {@code root}; they need not compile. */
  static Wrappers in(Path root) {
    Wrappers wrappers = new Wrappers();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              javac.getTask(
                  null,
                  files,
                  null,
                  null,
                  null,
                  files.getJavaFileObjectsFromPaths(Compiler.javaFiles(root)));
      for (CompilationUnitTree file : task.parse()) {
        wrappers.read(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return wrappers;
  }

  /** The files that call an operation which only the earlier description has, in lines. */
  List<String> missing(Set<String> before, Set<String> after) {
    List<String> lines = new ArrayList<>();
    filesByCall.forEach(
        (operation, files) -> {
          if (before.contains(operation) && !after.contains(operation)) {
            lines.add(
                String.join(", ", files) + " needs `" + operation + "`, which BAPI no longer has");
          }
        });
    return lines;
  }

  private void read(CompilationUnitTree file) {
    boolean usesApi =
        file.getImports().stream()
            .anyMatch(it -> it.getQualifiedIdentifier().toString().startsWith(API));
    if (!usesApi) {
      return;
    }
    String name = Path.of(file.getSourceFile().getName()).getFileName().toString();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        if (call.getMethodSelect() instanceof MemberSelectTree method) {
          filesByCall
              .computeIfAbsent(method.getIdentifier().toString(), key -> new TreeSet<>())
              .add(name);
        }
        return super.visitMethodInvocation(call, null);
      }
    }.scan(file, null);
  }
}
