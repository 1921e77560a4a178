package dev.clerkbapi.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Messages on standard error, one line each. Not thread-safe. */
final class Notices {
  private static final int MOST_PRINTED = 50;

  /** What a message about a user is about. The first kinds are printed first. */
  enum Kind {
    UNKNOWN("Unknown"),
    REFUSED("Refused"),
    FAILED("Failed"),
    SESSIONS_LEFT("with sessions left"),
    NOT_AN_ID("not an ID"),
    LEFT_UNCHANGED("left unchanged"),
    NOT_FOUND("NotFound");

    private final String title;

    Kind(String title) {
      this.title = title;
    }
  }

  private final PrintWriter err;
  private final Map<Kind, List<String>> kept = new EnumMap<>(Kind.class);
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

  Notices(PrintWriter err) {
    this.err = err;
  }

  void print(String line) {
    err.println(Texts.visible(line));
  }

  /** Keeps a message until the run has ended, so that it does not break up the progress bar. */
  void keep(Kind kind, String line) {
    List<String> lines = kept.computeIfAbsent(kind, unused -> new ArrayList<>());
    if (lines.size() < MOST_PRINTED) {
      lines.add(line);
    }
    counts.merge(kind, 1L, Long::sum);
  }

  /** Prints the messages that were kept, the first 50 of them, and counts the others. */
  void printKept() {
    int room = MOST_PRINTED;
    for (Map.Entry<Kind, List<String>> each : kept.entrySet()) {
      List<String> lines = each.getValue();
      List<String> printed = lines.subList(0, Math.min(room, lines.size()));
      printed.forEach(this::print);
      room -= printed.size();
      counts.merge(each.getKey(), (long) -printed.size(), Long::sum);
    }
    printOthers();
    kept.clear();
    counts.clear();
  }

  private void printOthers() {
    String others =
        counts.entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .map(each -> each.getValue() + " more " + each.getKey().title)
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      print("... and " + others + "; --report FILE lists all of them");
    }
  }
}
