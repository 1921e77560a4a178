package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The Java types made so far, by name. Names that differ in case only count as one: file systems
 * think so too.
 */
final class TypeRegistry {
  private final Map<String, ObjectNode> types = new TreeMap<>();
  private final Map<String, String> nameByOrigin = new HashMap<>();
  private final Map<String, String> originByLowerCaseName = new LinkedHashMap<>();
  private final NamePins pins;

  TypeRegistry(NamePins pins) {
    this.pins = pins;
  }

  /** The types in the order of their names. */
  Map<String, ObjectNode> types() {
    return types;
  }

  /**
   * The name that this origin (a component, or the shape of an inline schema) was given, or null.
   */
  @Nullable String nameOf(String origin) {
    return nameByOrigin.get(origin);
  }

  /**
   * Claims a Java name for an origin, before its members are looked at, so that recursion ends.
   *
   * @return the name; with a number behind it where another type has the wanted one
   */
  String claim(String wanted, String origin, String position) {
    String name = wanted;
    for (int number = 2; ; number++) {
      String holder = originByLowerCaseName.putIfAbsent(name.toLowerCase(Locale.ROOT), origin);
      if (holder == null || holder.equals(origin)) {
        break;
      }
      pins.clash(wanted, position);
      name = wanted + number;
    }
    nameByOrigin.putIfAbsent(origin, name);
    return name;
  }

  /** The type with a name that is {@linkplain #isDefined defined}. */
  ObjectNode typeOf(String name) {
    return Objects.requireNonNull(types.get(name), name);
  }

  boolean isDefined(String name) {
    return types.containsKey(name);
  }

  void define(String name, ObjectNode type) {
    types.put(name, type);
  }
}
