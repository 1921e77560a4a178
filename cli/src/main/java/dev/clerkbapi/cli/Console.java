package dev.clerkbapi.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where the command runs.
 *
 * @param environment its variables
 * @param isTerminal whether a person looks at {@code out} and {@code err} as they are written
 */
record Console(
    Map<String, String> environment,
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean isTerminal) {

  static Console ofSystem() {
    return new Console(
        System.getenv(),
        System.in,
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        isTerminal(System.console()));
  }

  /** Since Java 22 there may be a console that is not a terminal, which it tells itself. */
  private static boolean isTerminal(java.io.@org.jspecify.annotations.Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
