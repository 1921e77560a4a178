package dev.clerkbapi.openapi.codegen;

import java.util.List;
import java.util.Set;

/** What the template of an interface prints for one operation. */
record OperationView(
    String name,
    String doc,
    String annotations,
    String returnType,
    String arguments,
    List<ShortcutView> shortcuts,
    Set<String> imports) {

  /** The same operation without its optional last arguments. */
  record ShortcutView(String doc, boolean deprecated, String arguments, String call) {}
}
