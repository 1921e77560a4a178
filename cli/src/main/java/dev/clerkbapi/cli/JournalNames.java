package dev.clerkbapi.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Names the journal of a run that was given none. */
final class JournalNames {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private JournalNames() {}

  /** Returns a file that does not exist yet, such as {@code lock-users-20260512T100000Z.jsonl}. */
  static Path unused(Path folder, Instant now) {
    String name = "lock-users-" + TIME.format(now);
    Path file = folder.resolve(name + ".jsonl");
    for (int i = 2; Files.exists(file); i++) {
      file = folder.resolve(name + "-" + i + ".jsonl");
    }
    return file;
  }
}
