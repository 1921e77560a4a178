package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds schemas that upstream publishes twice, as {@code Name} and {@code Name-2}: the same shape,
 * once references to other duplicates count as the same.
 */
final class Duplicates {
  private static final Pattern NUMBERED = Pattern.compile("(.+)-\\d+");

  private final Map<String, String> originals = new HashMap<>();

  Duplicates(JsonNode components) {
    Map<String, String> shapes = new LinkedHashMap<>();
    components
        .properties()
        .forEach(entry -> shapes.put(entry.getKey(), ShapeText.of(entry.getValue())));
    while (findOne(shapes)) {
      // A duplicate found makes those that refer to it alike.
    }
  }

  private boolean findOne(Map<String, String> shapes) {
    for (String name : shapes.keySet()) {
      Matcher numbered = NUMBERED.matcher(name);
      if (numbered.matches() && !originals.containsKey(name)) {
        String base = numbered.group(1);
        if (shapes.get(name).equals(shapes.get(base))) {
          originals.put(name, base);
          shapes.replaceAll((other, shape) -> shape.replace(quotedRef(name), quotedRef(base)));
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The name under which a component becomes a Java type: its own, or that of its first
   * publication.
   */
  String original(String component) {
    return originals.getOrDefault(component, component);
  }

  private static String quotedRef(String component) {
    return '"' + Schemas.SCHEMA_REF + component + '"';
  }
}
