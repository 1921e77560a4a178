package dev.clerkbapi.openapi.codegen;

import java.util.Set;

/** Names and string literals in generated code. */
final class JavaText {
  private JavaText() {}

  /** The name, with a number behind it where it is taken; it is taken from now on. */
  static String unique(String wanted, Set<String> taken) {
    String name = wanted;
    for (int number = 2; !taken.add(name); number++) {
      name = wanted + "_" + number;
    }
    return name;
  }

  /** The text as it stands between the quotes of a string literal. */
  static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
