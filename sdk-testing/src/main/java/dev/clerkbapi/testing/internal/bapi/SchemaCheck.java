package dev.clerkbapi.testing.internal.bapi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the first thing in a JSON value that a schema does not permit. */
final class SchemaCheck {
  /**
   * A pattern of IDs, such as {@code ^user_\w{27}$}. It is not enforced: the users of a test are
   * called {@code user_123}.
   */
  private static final Pattern ID = Pattern.compile("\\\\w\\{27}|\\{32}");

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private SchemaCheck() {}

  /**
   * Returns the problem, or empty if the value fits.
   *
   * @param at what the value is called in messages, such as {@code role}
   */
  static Optional<Problem> problem(Schema unresolved, @Nullable Object value, String at) {
    Schema schema = unresolved.resolved();
    if (value == null) {
      return isNullable(schema) ? Optional.empty() : wrong("form_param_nil", at, "is not null");
    }
    Optional<Problem> problem = type(schema, value, at);
    if (problem.isEmpty()) {
      problem = permitted(schema, value, at);
    }
    if (problem.isEmpty()) {
      problem = composed(schema, value, at);
    }
    if (problem.isPresent()) {
      return problem;
    }
    if (value instanceof Map<?, ?> object) {
      return object(schema, object, at);
    }
    if (value instanceof List<?> list) {
      return list(schema, list, at);
    }
    return value instanceof String text ? text(schema, text, at) : number(schema, value, at);
  }

  /** A schema that says nothing, as that of claims, permits null too. */
  private static boolean isNullable(Schema schema) {
    return schema.is("nullable")
        || (schema.text("type").isEmpty()
            && schema.schemas("allOf").stream().allMatch(part -> isNullable(part.resolved()))
            && schema.schemas("oneOf").isEmpty());
  }

  private static Optional<Problem> type(Schema schema, Object value, String at) {
    String type = schema.text("type").orElse("");
    boolean fits =
        switch (type) {
          case "object" -> value instanceof Map;
          case "array" -> value instanceof List;
          case "string" -> value instanceof String;
          case "boolean" -> value instanceof Boolean;
          case "integer" -> value instanceof Long || value instanceof BigInteger;
          case "number" -> value instanceof Number;
          default -> true;
        };
    String article =
        type.startsWith("a") || type.startsWith("i") || type.startsWith("o") ? "an " : "a ";
    return fits ? Optional.empty() : wrong("form_param_type_invalid", at, "is " + article + type);
  }

  private static Optional<Problem> permitted(Schema schema, Object value, String at) {
    List<?> values = schema.values();
    return values.isEmpty() || values.contains(value)
        ? Optional.empty()
        : wrong("form_param_value_invalid", at, "is one of " + values + ", not " + value);
  }

  private static Optional<Problem> composed(Schema schema, Object value, String at) {
    for (Schema part : schema.schemas("allOf")) {
      Optional<Problem> problem = problem(part, value, at);
      if (problem.isPresent()) {
        return problem;
      }
    }
    for (String any : List.of("oneOf", "anyOf")) {
      List<Schema> parts = schema.schemas(any);
      if (!parts.isEmpty()
          && parts.stream().allMatch(part -> problem(part, value, at).isPresent())) {
        return problem(parts.get(0), value, at);
      }
    }
    return Optional.empty();
  }

  private static Optional<Problem> object(Schema schema, Map<?, ?> object, String at) {
    for (String name : schema.required()) {
      if (!object.containsKey(name)) {
        return wrong("form_param_missing", member(at, name), "is required");
      }
    }
    Map<String, Schema> known = schema.properties();
    Optional<Schema> others = schema.schema("additionalProperties");
    boolean closed = Boolean.FALSE.equals(schema.value("additionalProperties"));
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      String name = (String) entry.getKey();
      Schema member = known.getOrDefault(name, others.orElse(null));
      if (member == null && closed) {
        return wrong(
            "form_param_unknown", member(at, name), "is not one of " + List.copyOf(known.keySet()));
      }
      Optional<Problem> problem =
          member == null ? Optional.empty() : problem(member, entry.getValue(), member(at, name));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static Optional<Problem> list(Schema schema, List<?> list, String at) {
    Optional<Problem> size =
        bounds(schema, list.size(), "minItems", "maxItems", "elements", at)
            .map(p -> Problem.of("form_param_array_size_exceeded", p.param(), p.message()));
    if (size.isPresent()) {
      return size;
    }
    if (schema.is("uniqueItems") && new HashSet<>(list).size() < list.size()) {
      return wrong("form_param_duplicate", at, "has each element once");
    }
    Optional<Schema> items = schema.schema("items");
    for (int i = 0; i < list.size() && items.isPresent(); i++) {
      Optional<Problem> problem = problem(items.get(), list.get(i), at + "[" + i + "]");
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static Optional<Problem> text(Schema schema, String text, String at) {
    int length = text.codePointCount(0, text.length());
    Optional<Problem> bounds = bounds(schema, length, "minLength", "maxLength", "characters", at);
    if (bounds.isPresent()) {
      return bounds;
    }
    String pattern = schema.text("pattern").filter(p -> !ID.matcher(p).find()).orElse("");
    if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(text).find()) {
      return wrong("form_param_format_invalid", at, "matches " + pattern);
    }
    if (schema.text("format").filter("email"::equals).isPresent()
        && !EMAIL.matcher(text).matches()) {
      return wrong("form_param_format_invalid", at, "is an e-mail address");
    }
    return Optional.empty();
  }

  private static Optional<Problem> bounds(
      Schema schema, int size, String least, String most, String unit, String at) {
    int min = schema.number(least).map(Number::intValue).orElse(0);
    int max = schema.number(most).map(Number::intValue).orElse(Integer.MAX_VALUE);
    if (size < min) {
      return wrong("form_param_min_length_exceeded", at, "has " + min + " " + unit + " or more");
    }
    return size > max
        ? wrong("form_param_max_length_exceeded", at, "has " + max + " " + unit + " or fewer")
        : Optional.empty();
  }

  private static Optional<Problem> number(Schema schema, Object value, String at) {
    if (!(value instanceof Number)) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(value.toString());
    Optional<Number> most = schema.number("maximum");
    if (most.isPresent() && number.compareTo(new BigDecimal(most.get().toString())) > 0) {
      return wrong("form_param_value_too_large", at, "is " + most.get() + " or less");
    }
    Optional<Number> least = schema.number("minimum");
    if (least.isPresent()) {
      int difference = number.compareTo(new BigDecimal(least.get().toString()));
      boolean exclusive = schema.is("exclusiveMinimum");
      if (difference < 0 || (exclusive && difference == 0)) {
        String range = exclusive ? "is above " + least.get() : "is " + least.get() + " or more";
        return wrong("form_param_value_invalid", at, range);
      }
    }
    return Optional.empty();
  }

  private static String member(String at, String name) {
    return at.isEmpty() ? name : at + "." + name;
  }

  private static Optional<Problem> wrong(String code, String at, String truth) {
    return Optional.of(Problem.of(code, at, (at.isEmpty() ? "The body" : at) + " " + truth));
  }
}
