package dev.clerkbapi.openapi.codegen;

import org.jspecify.annotations.Nullable;

/**
 * Breaks lines of generated code that would be too long, which depends on names that no template
 * knows: after an arrow or an equals sign, before {@code throws}, or else in the outermost list of
 * arguments, or else at a space. Comments stay as they are; {@link Javadoc} wraps them.
 */
final class LongLines {
  /** All lines are shorter than this. */
  static final int LIMIT = 120;

  private static final String CONTINUATION = "    ";

  private LongLines() {}

  /** Returns the line, or several with line ends between them. */
  static String broken(String line) {
    String text = line.strip();
    boolean isComment = text.startsWith("/") || text.startsWith("*");
    String indent = line.substring(0, line.indexOf(text));
    return isComment ? line : broken(line, indent + CONTINUATION, indent + CONTINUATION);
  }

  /**
   * Breaks a line.
   *
   * @param inside where what follows an opening bracket or an operator begins
   * @param beside where what follows a comma begins
   */
  private static String broken(String line, String inside, String beside) {
    Break place = line.length() < LIMIT ? null : best(line);
    if (place == null) {
      return line;
    }
    String next = place.isComma() ? beside : inside;
    String rest = next + line.substring(place.end()).strip();
    String first = line.substring(0, place.end()).stripTrailing();
    return first + "\n" + broken(rest, next + CONTINUATION, next);
  }

  /** Where a line may end; the fewer brackets are around it, the lower its rank. */
  private record Break(int end, int rank, boolean isComma) {}

  /** The last of the outermost places that leave the first part short enough. */
  private static @Nullable Break best(String line) {
    Break best = null;
    Break space = null;
    Brackets brackets = new Brackets();
    for (int i = line.length() - line.stripLeading().length(); i < LIMIT - 1; i++) {
      brackets.pass(i == 0 ? ' ' : line.charAt(i - 1), line.charAt(i));
      boolean opens = line.charAt(i) == '(';
      int rank = opens ? 2 * brackets.depth - 1 : 2 * brackets.depth;
      Break here = new Break(i + 1, rank, line.charAt(i) == ',');
      if (brackets.inLiteral) {
        continue;
      }
      if (endsAt(line, i) && (best == null || here.rank() <= best.rank())) {
        best = here;
      }
      space = line.charAt(i) == ' ' ? here : space;
    }
    return best == null ? space : best;
  }

  /** Whether a line may end behind the character at {@code i}, which is in no literal. */
  private static boolean endsAt(String line, int i) {
    String before = line.substring(0, i + 1);
    return before.endsWith("(")
        || before.endsWith(",")
        || (before.endsWith(" =") && line.startsWith(" ", i + 1))
        || before.endsWith(" ->")
        || line.startsWith(" throws ", i + 1);
  }

  /** Counts the brackets that are open on the way through a line. */
  private static final class Brackets {
    private int depth;
    private boolean inLiteral;

    void pass(char before, char now) {
      if (now == '"' && before != '\\') {
        inLiteral = !inLiteral;
      } else if (!inLiteral) {
        depth += step(before, now);
      }
    }

    /**
     * An angle bracket belongs to a type where it follows a name: not in an arrow or comparison.
     */
    private static int step(char before, char now) {
      return switch (now) {
        case '(' -> 1;
        case ')' -> -1;
        case '<' -> Character.isJavaIdentifierPart(before) ? 1 : 0;
        case '>' -> Character.isJavaIdentifierPart(before) || before == '>' ? -1 : 0;
        default -> 0;
      };
    }
  }
}
