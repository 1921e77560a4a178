package dev.clerkbapi.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The users who are never locked. A line that is not clearly one ID is refused, because it would
 * protect nobody. Quotes, brackets and the URL of a user's page in the dashboard are clear.
 */
final class ProtectList implements LineSink {
  private static final int MOST_NAMED = 10;
  private static final List<String> PAIRS =
      List.of("\"\"", "''", "``", "<>", "()", "[]", "{}", "\u201c\u201d", "\u2018\u2019");
  private static final Pattern DASHBOARD =
      Pattern.compile("https://[^\\s?]+/users/(user_[A-Za-z0-9_-]+)/?(\\?\\S*)?");

  private final GivenIds ids = new GivenIds();
  private final List<String> refused = new ArrayList<>();
  private int refusedCount;

  /**
   * Reads a list.
   *
   * @throws RefusedException if the file cannot be read, holds no ID, or a line is not clearly one
   */
  static ProtectList read(String file, UserIds reader) {
    ProtectList list = new ProtectList();
    reader.read(file, Optional.empty(), list);
    if (list.refusedCount > 0) {
      throw new RefusedException(list.message(file));
    } else if (list.ids.size() == 0) {
      throw new RefusedException(file + " contains no ID, and would protect nobody");
    }
    return list;
  }

  @Override
  public void take(long number, String text) {
    String id = unwrapped(text);
    if (LineKind.of(id) == LineKind.USER_ID) {
      ids.take(number, id);
    } else {
      refusedCount++;
      if (refusedCount <= MOST_NAMED) {
        refused.add("line " + number + " \"" + text + "\"");
      }
    }
  }

  GivenIds ids() {
    return ids;
  }

  private String message(String file) {
    String more = refusedCount > MOST_NAMED ? " and " + (refusedCount - MOST_NAMED) + " more" : "";
    return refused.stream()
        .collect(
            Collectors.joining(
                ", ",
                "not a user ID in " + file + ", and would protect nobody: ",
                more + " (" + LineKind.RULE + ")"));
  }

  private static String unwrapped(String text) {
    String inner = text.strip();
    for (String pair : PAIRS) {
      if (inner.length() > 2
          && inner.charAt(0) == pair.charAt(0)
          && inner.charAt(inner.length() - 1) == pair.charAt(1)) {
        return unwrapped(inner.substring(1, inner.length() - 1));
      }
    }
    Matcher url = DASHBOARD.matcher(inner);
    return url.matches() ? url.group(1) : inner;
  }
}
