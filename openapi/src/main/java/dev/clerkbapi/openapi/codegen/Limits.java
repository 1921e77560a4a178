package dev.clerkbapi.openapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How generated code checks the documented limits of a value that a caller gives. */
final class Limits {
  private static final Set<String> NUMBERS = Set.of("Long", "Integer", "Double");

  private final JsonNode use;
  private final JavaType type;

  Limits(JsonNode use, JavaType type) {
    this.use = use;
    this.type = type;
  }

  /** What stands behind {@code @Body} where the body is a list of limited length. */
  static String annotation(JsonNode body) {
    Range range = Range.of(body, "minItems", "maxItems");
    List<String> values = new ArrayList<>();
    if (!range.least().isEmpty()) {
      values.add("min = " + range.least());
    }
    if (!range.most().isEmpty()) {
      values.add("max = " + range.most());
    }
    return values.isEmpty() ? "" : " @Items(" + String.join(", ", values) + ")";
  }

  /** The statements that check the value called {@code name}, which is {@code key} in JSON. */
  List<String> checks(String key, String name) {
    List<String> checks = new ArrayList<>();
    String arguments = "(\"" + key + "\", " + name + ");";
    Range own = own();
    if (own.isLimited()) {
      checks.add(own.expression() + ".check" + arguments);
    }
    Range ofElements = ofElements();
    if (ofElements.isLimited()) {
      checks.add(ofElements.expression() + ".checkEach" + arguments);
    }
    return checks;
  }

  /** When the check throws; empty where there is none. */
  String condition() {
    Range own = own();
    if (own.isLimited()) {
      String form = type.isList() ? "has not %s values" : "is not %s";
      return "if it " + String.format(type.isText() ? "has not %s characters" : form, own.words());
    }
    Range ofElements = ofElements();
    return ofElements.isLimited()
        ? "if one of them has not " + ofElements.words() + " characters"
        : "";
  }

  private Range own() {
    if (NUMBERS.contains(type.name())) {
      return Range.of(use, "minimum", "maximum");
    } else if (type.isText()) {
      return Range.of(use, "minLength", "maxLength");
    }
    return type.isList() ? Range.of(use, "minItems", "maxItems") : Range.NONE;
  }

  private Range ofElements() {
    boolean texts = type.isList() && type.element().equals("String");
    return texts ? Range.of(use.path("items"), "minLength", "maxLength") : Range.NONE;
  }

  /** The least and the most; empty where there is no such limit. */
  record Range(String least, String most) {
    static final Range NONE = new Range("", "");

    static Range of(JsonNode use, String least, String most) {
      return new Range(use.path(least).asText(), use.path(most).asText());
    }

    boolean isLimited() {
      return !least.isEmpty() || !most.isEmpty();
    }

    String expression() {
      if (most.isEmpty()) {
        return "Bounds.atLeast(" + literal(least) + ")";
      }
      return least.isEmpty()
          ? "Bounds.atMost(" + literal(most) + ")"
          : "Bounds.between(" + literal(least) + ", " + literal(most) + ")";
    }

    String words() {
      if (most.isEmpty()) {
        return "at least " + least;
      }
      return least.isEmpty() ? "at most " + most : "between " + least + " and " + most;
    }

    private static String literal(String number) {
      boolean fits = number.length() < 10; // Longer ones may be beyond int.
      return fits ? number : number + "L";
    }
  }
}
