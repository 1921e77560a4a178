package dev.clerkbapi.cli;

import dev.clerkbapi.cli.journal.LockEnd;
import java.time.Instant;
import java.util.Optional;

/** The first and the last end of many locks. Not thread-safe. */
final class LockEnds {
  private Optional<Instant> first = Optional.empty();
  private Optional<Instant> last = Optional.empty();
  private long never;

  void add(LockEnd end) {
    never += end.equals(LockEnd.NEVER) ? 1 : 0;
    end.time().ifPresent(this::add);
  }

  private void add(Instant end) {
    first = first.filter(it -> it.isBefore(end)).or(() -> Optional.of(end));
    last = last.filter(it -> it.isAfter(end)).or(() -> Optional.of(end));
  }

  /** Such as {@code Locked until 2026-05-12T11:00:00Z}; empty if no end is known. */
  Optional<String> text() {
    String forEver = Texts.users(never) + " until somebody unlocks them";
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.of("Locked: " + forEver).filter(unused -> never > 0);
    }
    String ends =
        first.equals(last)
            ? "Locked until " + first.get()
            : "Locked until " + first.get() + " (the first) to " + last.get() + " (the last)";
    return Optional.of(never == 0 ? ends : ends + ", " + forEver);
  }
}
