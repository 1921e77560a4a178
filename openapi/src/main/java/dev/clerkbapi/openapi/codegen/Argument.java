package dev.clerkbapi.openapi.codegen;

import java.util.List;

/**
 * An argument of an operation's method.
 *
 * @param filler stands for it where it is left out; empty where it cannot be
 * @param handed what a caller hands in for it to the methods that call this one
 * @param expression makes the argument of what is handed in
 */
record Argument(
    String annotation,
    String type,
    String name,
    String doc,
    String filler,
    List<Handed> handed,
    String expression) {

  /** A parameter of a method that calls the operation's. */
  record Handed(String type, String name, String doc) {}

  /** An argument that callers hand in as it is. */
  static Argument plain(String annotation, String type, String name, String doc, String filler) {
    Handed handed = new Handed(type, name, doc);
    return new Argument(annotation, type, name, doc, filler, List.of(handed), name);
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
