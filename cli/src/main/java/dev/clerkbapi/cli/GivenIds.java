package dev.clerkbapi.cli;

import dev.clerkbapi.cli.ids.IdTable;
import dev.clerkbapi.cli.ids.IdView;
import java.util.Collection;
import java.util.function.Predicate;

/** The IDs of a file, each once, in the order of the file. */
final class GivenIds implements LineSink {
  private final IdTable ids = new IdTable(0);
  private final NotIds notIds = new NotIds();
  private int given;

  @Override
  public void take(long number, String text) {
    LineKind kind = LineKind.of(text);
    if (kind == LineKind.USER_ID) {
      ids.add(text);
      given++;
    } else {
      notIds.add(number, text, kind);
    }
  }

  /** Adds all of these, which are IDs. */
  void addAll(Collection<String> all) {
    all.forEach(id -> take(0, id));
  }

  /** Returns the lines that are no IDs. */
  NotIds notIds() {
    return notIds;
  }

  /** Returns how many IDs there are, repeated ones included. */
  int given() {
    return given;
  }

  /** Returns how many different IDs there are. */
  int size() {
    return ids.size();
  }

  boolean contains(String id) {
    return ids.find(id) != IdTable.NONE;
  }

  /** Returns the different IDs for which this is true. */
  Collection<String> those(Predicate<String> wanted) {
    return new IdView(ids, at -> wanted.test(ids.id(at)), ids);
  }
}
