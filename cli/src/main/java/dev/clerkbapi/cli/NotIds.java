package dev.clerkbapi.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lines of a file that are no user IDs. Messages have their numbers only: the lines may hold
 * personal data.
 */
final class NotIds {
  /** With more, it is the wrong file, whatever the options say. */
  static final int MOST = 10_000;

  private static final int MOST_NAMED = 10;

  private final String title;
  private final String titles;
  private final String rule;
  private final List<Line> lines = new ArrayList<>();
  private final Map<LineKind, Long> kinds = new EnumMap<>(LineKind.class);
  private long count;

  /** A line that is no user ID, shortened. */
  record Line(long number, String text) {}

  NotIds() {
    this("user ID", "user IDs", LineKind.RULE);
  }

  /** For lines that should be something else; {@code rule} says what that looks like. */
  NotIds(String title, String titles, String rule) {
    this.title = title;
    this.titles = titles;
    this.rule = rule;
  }

  void add(long number, String text, LineKind kind) {
    count++;
    kinds.merge(kind, 1L, Long::sum);
    if (lines.size() < MOST) {
      lines.add(new Line(number, text));
    }
  }

  long count() {
    return count;
  }

  /** Returns the lines, the first {@link #MOST} of them. */
  List<Line> lines() {
    return List.copyOf(lines);
  }

  /** Such as {@code 2 lines of ids.txt are no user IDs: lines 3, 7. These look like JSON}. */
  String message(String file) {
    String start =
        count == 1
            ? "1 line of " + file + " is no " + title + ": line "
            : count + " lines of " + file + " are no " + titles + ": lines ";
    return start + numbers() + look() + " (" + rule + ")";
  }

  private String numbers() {
    String first =
        lines.stream()
            .limit(MOST_NAMED)
            .map(line -> Long.toString(line.number()))
            .collect(Collectors.joining(", "));
    return count > MOST_NAMED ? first + " and " + (count - MOST_NAMED) + " more" : first;
  }

  /** One kind, or each with its count. */
  private String look() {
    if (kinds.keySet().equals(Set.of(LineKind.OTHER))) {
      return "";
    } else if (kinds.size() == 1) {
      return ". These look like " + kinds.keySet().iterator().next().title();
    }
    return kinds.entrySet().stream()
        .map(each -> each.getValue() + " like " + each.getKey().title())
        .collect(Collectors.joining(", ", ". These look: ", ""));
  }
}
