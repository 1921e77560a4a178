package dev.clerkbapi.openapi.codegen;

import java.util.List;
import java.util.Set;

/**
 * What the templates print of one class of operations.
 *
 * @param type the class that callers see
 * @param accessor the client's method that returns it
 * @param isBase whether the class is written by hand, on top of what is generated
 */
record ResourceView(
    String type,
    String accessor,
    boolean isBase,
    String doc,
    String accessorDoc,
    List<MethodView> methods,
    Set<String> imports) {

  /** The class that is generated. */
  String generated() {
    return isBase ? type + "Operations" : type;
  }
}
