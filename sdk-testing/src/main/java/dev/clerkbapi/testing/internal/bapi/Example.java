package dev.clerkbapi.testing.internal.bapi;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes values that fit a schema: every member that is not deprecated, lists of one element. */
public final class Example {
  /** Members that say when something ended are null, if they may: an example is alive. */
  private static final Pattern ENDED =
      Pattern.compile(
          "(revoked|expired|ended|canceled|cancelled|deleted|banned|past_due|removed).*_at"
              + "|.*error|revocation_reason");

  private final Instant now;
  private final AtomicLong numbers;

  /** The names of the schemas that values are being made of. */
  private final Deque<String> open = new ArrayDeque<>();

  /** What the objects are that are being made. */
  private final Deque<String> kinds = new ArrayDeque<>();

  /**
   * Makes examples.
   *
   * @param now the time of everything that happened
   * @param numbers counts the IDs that are made
   */
  public Example(Instant now, AtomicLong numbers) {
    this.now = now;
    this.numbers = numbers;
  }

  /** Returns a value that fits a schema. */
  public @Nullable Object of(Schema schema) {
    return value(schema, "");
  }

  private @Nullable Object value(Schema unresolved, String name) {
    String named = unresolved.name().orElse("");
    if (!named.isEmpty()) {
      open.push(named);
    }
    try {
      return composed(unresolved.merged(), name);
    } finally {
      if (!named.isEmpty()) {
        open.pop();
      }
    }
  }

  private @Nullable Object composed(Schema schema, String name) {
    for (String choice : List.of("oneOf", "anyOf")) {
      List<Schema> choices = schema.schemas(choice);
      if (!choices.isEmpty() && schema.properties().isEmpty()) {
        return value(choices.get(0), name);
      }
    }
    if (!schema.values().isEmpty()) {
      return schema.values().get(0);
    }
    return switch (schema.text("type").orElse(schema.properties().isEmpty() ? "" : "object")) {
      case "object" -> object(schema);
      case "array" -> list(schema, name);
      case "string" -> text(schema, name);
      case "boolean" -> name.equals("deleted") || name.equals("verified");
      case "integer", "number" -> number(schema, name);
      default -> Map.of();
    };
  }

  private Map<String, @Nullable Object> object(Schema schema) {
    kinds.push(kind(schema));
    try {
      return members(schema);
    } finally {
      kinds.pop();
    }
  }

  /** What an object is, such as {@code user}. */
  private String kind(Schema schema) {
    Schema member = schema.properties().get("object");
    return member == null || member.values().isEmpty()
        ? Objects.requireNonNullElse(open.peek(), "")
        : String.valueOf(member.values().get(0));
  }

  private Map<String, @Nullable Object> members(Schema schema) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    schema
        .properties()
        .forEach(
            (name, member) -> {
              boolean required = schema.required().contains(name);
              if (required || (!member.is("deprecated") && !repeats(member))) {
                object.put(name, member(member, name));
              }
            });
    return object;
  }

  private @Nullable Object member(Schema member, String name) {
    boolean nullable = member.merged().is("nullable");
    return nullable && (repeats(member) || ENDED.matcher(name).matches())
        ? null
        : value(member, name);
  }

  /** Whether a value would contain another one of its own kind, and so on without end. */
  private boolean repeats(Schema member) {
    List<Schema> parts = new ArrayList<>(member.schemas("allOf"));
    parts.addAll(member.schemas("oneOf"));
    member.schema("items").ifPresent(parts::add);
    parts.add(member);
    return parts.stream().flatMap(part -> part.name().stream()).anyMatch(open::contains);
  }

  private List<@Nullable Object> list(Schema schema, String name) {
    Optional<Schema> items = schema.schema("items");
    int least = schema.number("minItems").map(Number::intValue).orElse(0);
    List<@Nullable Object> list = new ArrayList<>();
    if (items.isPresent() && !(least == 0 && repeats(schema))) {
      for (int i = 0; i < Math.max(1, least); i++) {
        list.add(value(items.get(), singular(name)));
      }
    }
    return list;
  }

  private static String singular(String name) {
    return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }

  private Object number(Schema schema, String name) {
    if (name.endsWith("_at") || name.equals("expiration") || name.endsWith("expires")) {
      return now.toEpochMilli();
    }
    long least = schema.number("minimum").map(Number::longValue).orElse(1L);
    return schema.is("exclusiveMinimum") ? least + 1 : Math.max(least, 1);
  }

  private String text(Schema schema, String name) {
    Optional<String> pattern = schema.text("pattern");
    if (pattern.isPresent()) {
      return Patterns.example(pattern.get(), numbers.incrementAndGet());
    }
    String text =
        switch (schema.text("format").orElse("")) {
          case "date-time" -> now.toString();
          case "date" -> now.toString().substring(0, 10);
          case "email" -> "ada@example.com";
          case "uri" -> "https://example.com/";
          default -> Texts.example(name, Objects.requireNonNullElse(kinds.peek(), ""), numbers);
        };
    int least = schema.number("minLength").map(Number::intValue).orElse(0);
    int most = schema.number("maxLength").map(Number::intValue).orElse(Integer.MAX_VALUE);
    String longEnough = text.length() < least ? text + "x".repeat(least - text.length()) : text;
    return longEnough.length() > most ? longEnough.substring(0, most) : longEnough;
  }
}
