package dev.clerkbapi.cli.journal;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import okio.Buffer;

/** Reads a line of a journal, as {@link JournalFormat} writes it. */
final class JournalParser {
  private JournalParser() {}

  /**
   * Adds a line to the state.
   *
   * @throws DamagedException if it is not a valid line
   * @throws UnusableJournalException if it starts a journal of another version
   */
  static void read(byte[] line, JournalState into, String name) throws DamagedException {
    Map<?, ?> json = parse(line);
    try {
      boolean isRun = text(json, "type").equals("run");
      if (into.isEmpty() && !(isRun && text(json, "journal").equals(JournalFormat.NAME))) {
        throw new DamagedException("not a journal of lock-users");
      } else if (isRun) {
        into.add(run(json, name));
      } else {
        into.add(entry(json));
      }
    } catch (DateTimeException | ClassCastException e) {
      throw new DamagedException(String.valueOf(e.getMessage()));
    }
  }

  private static JournalRun run(Map<?, ?> json, String name) throws DamagedException {
    Object version = json.get("version");
    if (!(version instanceof Double number) || number != JournalFormat.VERSION) {
      throw new UnusableJournalException(
          name
              + " has version "
              + version
              + ", but this command writes version "
              + JournalFormat.VERSION
              + "; continue with the command that started it, or start a new journal");
    }
    return new JournalRun(
        text(json, "action"),
        flag(json, "live").orElse(false),
        optional(json, "instance"),
        flag(json, "revokeSessions").orElse(false),
        optional(json, "reason"),
        Instant.parse(text(json, "time")));
  }

  private static JournalEntry entry(Map<?, ?> json) throws DamagedException {
    boolean isIntent = text(json, "type").equals("intent");
    if (!isIntent && !text(json, "type").equals("outcome")) {
      throw new DamagedException("unknown line type " + text(json, "type"));
    }
    return new JournalEntry(
        text(json, "action"),
        text(json, "id"),
        Instant.parse(text(json, "time")),
        flag(json, "wasLocked"),
        isIntent ? Optional.empty() : Optional.of(text(json, "outcome")),
        optional(json, "traceId"),
        optional(json, "until").map(LockEnd::parse).orElse(LockEnd.NOT_KNOWN),
        flag(json, "sessionsLeft").orElse(false));
  }

  private static String text(Map<?, ?> json, String name) throws DamagedException {
    return optional(json, name).orElseThrow(() -> new DamagedException("no \"" + name + "\""));
  }

  private static Optional<String> optional(Map<?, ?> json, String name) {
    return Optional.ofNullable((String) json.get(name));
  }

  private static Optional<Boolean> flag(Map<?, ?> json, String name) {
    return Optional.ofNullable((Boolean) json.get(name));
  }

  private static Map<?, ?> parse(byte[] line) throws DamagedException {
    JsonReader reader = JsonReader.of(new Buffer().write(line));
    try {
      if (reader.readJsonValue() instanceof Map<?, ?> json
          && reader.peek() == JsonReader.Token.END_DOCUMENT) {
        return json;
      }
      throw new DamagedException("not a JSON object");
    } catch (IOException | JsonDataException e) {
      throw new DamagedException("not JSON");
    }
  }
}
