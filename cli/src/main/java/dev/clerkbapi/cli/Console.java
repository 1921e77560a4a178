package dev.clerkbapi.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The environment that the command runs in.
 *
 * @param environment the environment variables
 * @param folder the working folder
 * @param isTerminal whether input and output are a terminal, with a person watching
 */
record Console(
    Map<String, String> environment,
    Path folder,
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean isTerminal) {

  static Console ofSystem() {
    return new Console(
        System.getenv(),
        Path.of(""),
        System.in,
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        isTerminal(System.console()));
  }

  /** Returns this console with the text for people on standard error. */
  Console withTextOnErr() {
    return new Console(environment, folder, in, err, err, isTerminal);
  }

  /** Since Java 22 a console need not be a terminal, and has a method that says whether it is. */
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
