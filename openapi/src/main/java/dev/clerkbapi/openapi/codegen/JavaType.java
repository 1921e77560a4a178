package dev.clerkbapi.openapi.codegen;

import java.util.Set;
import java.util.TreeSet;

/**
 * A Java type and how generated code handles it.
 *
 * @param name the type as written, for example {@code List<EmailAddress>}
 * @param imports the types of {@code java.*} that it mentions
 * @param models the types of {@code dev.clerkbapi.model} that it mentions
 * @param form what kind of value it is
 * @param read the expression that reads one from {@code reader}; for lists and maps, that of an
 *     element
 * @param element the type of the elements of a list or map, otherwise this type's own name
 */
record JavaType(
    String name, Set<String> imports, Set<String> models, Form form, String read, String element) {

  enum Form {
    SCALAR,
    FREE_FORM,
    MODEL,
    LIST,
    PAGE,
    MAP
  }

  private static final String TIME = "Json.instant(reader)";

  /** A point in time that is text in JSON. */
  private static final String INSTANT_IN_TEXT = "Json.instantInText(reader)";

  static JavaType instantInText() {
    Set<String> imports = Set.of("java.time.Instant", "dev.clerkbapi.json.Json");
    return new JavaType("Instant", imports, Set.of(), Form.SCALAR, INSTANT_IN_TEXT, "Instant");
  }

  /** A point in time that is a number in JSON; a model keeps it as a number, too. */
  static JavaType time() {
    return new JavaType(
        "Instant", Set.of("java.time.Instant"), Set.of(), Form.SCALAR, TIME, "Instant");
  }

  private boolean isTime() {
    return form == Form.SCALAR && read.equals(TIME);
  }

  /** The type of the field that holds it. */
  String field() {
    return isTime() ? "long" : "@Nullable " + name;
  }

  /** The expression that reads from {@code reader} what the field holds. */
  String readField() {
    return isTime() ? "Json.time(reader)" : read;
  }

  /** The expression for the value of the field called {@code name}. */
  String value(String name) {
    return isTime() ? "Times.instant(" + name + ")" : name;
  }

  /** The method of {@code Model.Builder} that makes a setter's argument what the field holds. */
  String noting() {
    return isTime() ? "notingTime" : "noting";
  }

  boolean isList() {
    return form == Form.LIST;
  }

  boolean isMap() {
    return form == Form.MAP;
  }

  boolean isFreeForm() {
    return form == Form.FREE_FORM;
  }

  boolean isContainer() {
    return isList() || isMap();
  }

  /** Whether a setter copies its argument, because the caller could change it later. */
  boolean isCopied() {
    return isContainer() || isFreeForm();
  }

  boolean isText() {
    return name.equals("String");
  }

  /** A value without a schema; it may be null. */
  boolean isAnything() {
    return name.equals("Object");
  }

  /** The expression for what stands in JSON or in a query for the value called {@code name}. */
  String written(String name) {
    if (name().equals("Double")) {
      return "Json.plain(" + name + ")"; // 20 and not 20.0
    }
    return isInstantInText() ? "Json.text(" + name + ")" : name;
  }

  boolean isInstantInText() {
    return read.equals(INSTANT_IN_TEXT);
  }

  /**
   * The primitive that a setter can take as well, so that a caller may write {@code limit(10)};
   * empty for others.
   */
  String primitive() {
    return switch (name) {
      case "Long" -> "long";
      case "Integer" -> "int";
      case "Double" -> "double";
      case "Boolean" -> "boolean";
      default -> "";
    };
  }

  JavaType listOf() {
    return container("List<" + name + ">", "java.util.List", Form.LIST);
  }

  JavaType pageOf() {
    return container("Page<" + name + ">", "dev.clerkbapi.json.Page", Form.PAGE);
  }

  JavaType mapOf() {
    return container("Map<String, " + name + ">", "java.util.Map", Form.MAP);
  }

  private JavaType container(String type, String imported, Form container) {
    Set<String> all = new TreeSet<>(imports);
    all.add(imported);
    return new JavaType(type, all, models, container, read, name);
  }
}
