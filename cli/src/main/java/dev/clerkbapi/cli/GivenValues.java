package dev.clerkbapi.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** The values of a file by which users are to be looked up, each once. */
final class GivenValues implements LineSink {
  private final Identifier identifier;
  private final NotIds notValues;
  private final Map<String, Long> lines = new LinkedHashMap<>();

  GivenValues(Identifier identifier) {
    this.identifier = identifier;
    this.notValues = new NotIds(identifier.title, identifier.titles, identifier.rule);
  }

  @Override
  public void take(long number, String text) {
    if (identifier.fits(text)) {
      lines.putIfAbsent(identifier.comparable(text), number);
    } else {
      LineKind kind = LineKind.of(text);
      boolean misleads = kind == LineKind.EMAIL && identifier == Identifier.EMAIL;
      notValues.add(number, text, misleads ? LineKind.OTHER : kind);
    }
  }

  Identifier identifier() {
    return identifier;
  }

  /** Returns the lines that are no such values. */
  NotIds notValues() {
    return notValues;
  }

  long lineOf(String value) {
    return lines.getOrDefault(value, 0L);
  }

  /** Returns the values, with the line of each. */
  Map<String, Long> lines() {
    return lines;
  }
}
