package dev.clerkbapi.testing.internal.bapi;

import java.util.ArrayList;
import java.util.List;

/** The values of a query parameter, as a schema sees them. */
final class QueryValues {
  private QueryValues() {}

  /** Returns a list for a parameter that is one, else the first value. */
  static Object of(Parameter parameter, List<String> sent) {
    Schema schema = parameter.schema().resolved();
    if (!schema.text("type").filter("array"::equals).isPresent()) {
      return value(schema, sent.get(0));
    }
    List<Object> values = new ArrayList<>();
    Schema items = schema.schema("items").orElse(schema);
    for (String text : sent) {
      for (String part : parameter.commas() ? List.of(text.split(",", -1)) : List.of(text)) {
        values.add(value(items, part));
      }
    }
    return values;
  }

  /** What is not of the schema's type stays text, and is refused as such. */
  private static Object value(Schema schema, String text) {
    try {
      return switch (schema.text("type").orElse("")) {
        case "integer" -> Long.valueOf(text);
        case "number" -> Double.valueOf(text);
        case "boolean" ->
            text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
        default -> text;
      };
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
