package dev.clerkbapi.openapi.codegen;

/** What the templates print for one Java type; each kind of type has a template and a view. */
interface TypeView {
  String name();

  /** The Javadoc comment of the type. */
  String doc();

  default boolean isModel() {
    return false;
  }

  default boolean isEnum() {
    return false;
  }

  default boolean isUnion() {
    return false;
  }

  default boolean isParams() {
    return false;
  }
}
