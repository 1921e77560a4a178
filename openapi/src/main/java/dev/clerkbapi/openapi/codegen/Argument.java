package dev.clerkbapi.openapi.codegen;

import java.util.List;

/**
 * An argument of an operation's method.
 *
 * @param filler stands for it where it is left out; empty where it cannot be
 * @param parameters what callers of the shortcut methods pass instead of it
 * @param expression makes the argument from these parameters
 */
record Argument(
    String annotation,
    String type,
    String name,
    String doc,
    String filler,
    List<Parameter> parameters,
    String expression) {

  /** A parameter of a method that calls the operation's. */
  record Parameter(String type, String name, String doc) {}

  /** An argument that callers pass as it is. */
  static Argument plain(String annotation, String type, String name, String doc, String filler) {
    Parameter parameter = new Parameter(type, name, doc);
    return new Argument(annotation, type, name, doc, filler, List.of(parameter), name);
  }

  boolean canBeLeftOut() {
    return !filler.isEmpty();
  }

  boolean isMadeOfOthers() {
    return !expression.equals(name);
  }

  String declared() {
    return annotation + " " + type + " " + name;
  }
}
