package dev.clerkbapi.resources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Where two JSON values differ; the order of members is no difference, nor is {@code 20.0}. */
final class JsonDifferences {
  private static final ObjectMapper EXACT =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);

  private final List<String> found = new ArrayList<>();

  private JsonDifferences() {}

  static List<String> between(String expected, String actual) {
    JsonDifferences differences = new JsonDifferences();
    differences.compare("$", read(expected), read(actual));
    return differences.found;
  }

  static JsonNode read(String json) {
    try {
      return EXACT.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  private void compare(String path, JsonNode expected, JsonNode actual) {
    if (expected.isObject() && actual.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      expected.fieldNames().forEachRemaining(names::add);
      actual.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> compare(path + "." + name, expected.path(name), actual.path(name)));
    } else if (expected.isArray() && actual.isArray()) {
      for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
        compare(path + "[" + i + "]", expected.path(i), actual.path(i));
      }
    } else if (!same(expected, actual)) {
      found.add(path + ": " + text(expected) + " became " + text(actual));
    }
  }

  private static boolean same(JsonNode expected, JsonNode actual) {
    boolean numbers = expected.isNumber() && actual.isNumber();
    return numbers
        ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
        : expected.equals(actual);
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() ? "nothing" : node.toString();
  }
}
