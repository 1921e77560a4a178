package dev.clerkbapi.internal.engine;

import dev.clerkbapi.fixtures.MeasuredPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The table in {@code docs/faults.md}: compared with what was measured, or written anew. */
final class FaultDocument {
  private static final String OPENING =
      """
      # What a call does when something goes wrong

      Each cell below was measured over real sockets, on the SDK's own HTTP client with its default of 3 attempts, against a server that
      fails in this way every time. The build fails when this table and the client differ, when the secret key stands in any exception
      (its messages, causes, stack traces, or those of earlier attempts), or when anything is sent to another origin.

      A cell shows how often the call was sent (or a connection tried, where it got no further), what it threw, and the exception's
      `mayHaveBeenCarriedOut()`: with `false`, nothing happened. `lockUser` is a POST that may be sent twice. `Server`, `NotFound` and the
      like are kinds of `ClerkApiException`.

      Views made by `with`, also with other keys, `withResponse`, `async`, streams over lists, and several threads at once end in the same
      way, which the same test shows for every row.
      """;

  private final List<String> columns = new ArrayList<>(List.of("what happens"));
  private final List<String> rows = new ArrayList<>();

  void column(String title) {
    columns.add(title);
  }

  void row(String fault, List<String> cells) {
    rows.add("| " + fault + " | " + String.join(" | ", cells) + " |");
  }

  void compareOrUpdate() throws IOException {
    MeasuredPage.compareOrUpdate("faults.md", lines());
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>(OPENING.lines().toList());
    lines.add("");
    lines.add("| " + String.join(" | ", columns) + " |");
    lines.add("|" + String.join("|", Collections.nCopies(columns.size(), " --- ")) + "|");
    lines.addAll(rows);
    return lines;
  }
}
