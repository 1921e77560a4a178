package dev.clerkbapi.cli;

import dev.clerkbapi.cli.ids.IdTable;
import dev.clerkbapi.cli.ids.IdView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** The IDs of a file, each once, in the order of the file. */
final class GivenIds implements LineSink {
  private final IdTable ids = new IdTable(0);
  private final NotIds notIds;
  private final List<LookUp.Unresolved> unresolved = new ArrayList<>();
  private int given;

  GivenIds() {
    this(new NotIds());
  }

  /** Starts with lines that cannot be looked up. */
  GivenIds(NotIds notIds) {
    this.notIds = notIds;
  }

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

  /** Returns the values for which not exactly one user was found; can be added to. */
  List<LookUp.Unresolved> unresolved() {
    return unresolved;
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
