package dev.clerkbapi.cli.journal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes journals without a run. */
public final class Lines {
  public static final Instant NOW = Instant.parse("2026-05-12T10:00:00Z");

  /** The one of a fake that is given no other. */
  private static final Optional<String> INSTANCE = Optional.of("ins_fakebapi");

  public static final JournalRun LOCK =
      new JournalRun(JournalRun.LOCK, false, INSTANCE, false, Optional.of("INC-1"), NOW);
  static final JournalRun UNLOCK =
      new JournalRun(JournalRun.UNLOCK, false, INSTANCE, false, Optional.empty(), NOW);

  private Lines() {}

  public static JournalEntry intent(String id, @Nullable Boolean wasLocked) {
    return entry(JournalRun.LOCK, id, wasLocked, null);
  }

  public static JournalEntry outcome(String id, @Nullable Boolean wasLocked, String outcome) {
    return entry(JournalRun.LOCK, id, wasLocked, outcome);
  }

  public static JournalEntry undone(String id, String outcome) {
    return entry(JournalRun.UNLOCK, id, true, outcome);
  }

  private static JournalEntry entry(
      String action, String id, @Nullable Boolean wasLocked, @Nullable String outcome) {
    return new JournalEntry(
        action,
        id,
        NOW,
        Optional.ofNullable(wasLocked),
        Optional.ofNullable(outcome),
        Optional.ofNullable(outcome).map(it -> "trace_" + id),
        LockEnd.NOT_KNOWN,
        false);
  }

  public static String text(Object... lines) {
    StringBuilder text = new StringBuilder();
    for (Object line : lines) {
      byte[] bytes =
          line instanceof JournalRun run
              ? JournalFormat.line(run)
              : JournalFormat.line((JournalEntry) line);
      text.append(new String(bytes, StandardCharsets.UTF_8));
    }
    return text.toString();
  }

  static JournalReader reader(byte[] journal) {
    return new JournalReader(new ByteArrayInputStream(journal), "the journal");
  }

  public static JournalState read(String journal) {
    try {
      return reader(journal.getBytes(StandardCharsets.UTF_8)).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
