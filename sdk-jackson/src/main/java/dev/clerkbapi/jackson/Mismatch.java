package dev.clerkbapi.jackson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was wrong with a JSON, and where in it.
 *
 * @param problem such as {@code Expected a string but was NUMBER}
 * @param path the way to it, outermost first: the names of members, as {@code String}, and the
 *     indexes of elements, as {@code Integer}
 */
record Mismatch(String problem, List<Object> path) {
  private static final Pattern PLACE = Pattern.compile("(?s)(.*) at path \\$(\\S*)");
  private static final Pattern STEP = Pattern.compile("\\[(\\d+)]|\\.([^.\\[]*)");

  /** Of what {@code fromJson} throws. */
  static Mismatch of(IllegalArgumentException e) {
    String message = String.valueOf(e.getMessage());
    Matcher place = PLACE.matcher(message);
    return place.matches()
        ? new Mismatch(place.group(1), path(place.group(2)))
        : new Mismatch(message, List.of());
  }

  private static List<Object> path(String text) {
    List<Object> path = new ArrayList<>();
    Matcher step = STEP.matcher(text);
    while (step.find()) {
      String index = step.group(1);
      path.add(index == null ? step.group(2) : Integer.valueOf(index));
    }
    return path;
  }
}
