package dev.clerkbapi.cli;

import java.util.regex.Pattern;

/** What a line is that is expected to be a user ID. The first kind that fits counts. */
enum LineKind {
  /**
   * {@code user_} and up to 100 ASCII letters, digits, underscores or hyphens. BAPI's IDs, also
   * those of imported users, are {@code user_} and 27 letters and digits.
   */
  USER_ID("user IDs", "user_[A-Za-z0-9_-]{1,100}"),
  JSON("JSON", "[\\[{\\]}].*|\".*\"\\s*(,|:.*)"),
  CSV("CSV; --column names the column with the IDs", ".*[,;\\t].*"),
  EMAIL("e-mail addresses", "\\S+@\\S+|.*<\\S+@\\S+>"),
  QUOTED("IDs in quotes or brackets", "[\"'`<(].*[\"'`>)]"),
  OTHER("something else", ".*");

  static final String RULE = "a user ID is user_ followed by letters and digits";

  private final String title;
  private final Pattern pattern;

  LineKind(String title, String pattern) {
    this.title = title;
    this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
  }

  /** Such as {@code e-mail addresses}. */
  String title() {
    return title;
  }

  /**
   * Returns the kind of a line.
   *
   * @param line without blanks around it
   */
  static LineKind of(String line) {
    for (LineKind kind : values()) {
      if (kind.pattern.matcher(line).matches()) {
        return kind;
      }
    }
    return OTHER;
  }
}
