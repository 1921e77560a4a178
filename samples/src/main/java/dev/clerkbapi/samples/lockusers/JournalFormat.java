package dev.clerkbapi.samples.lockusers;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okio.Buffer;

/**
 * How a line of a journal is written: a JSON object, and a line feed.
 *
 * <pre>{@code
 * {"type":"run","journal":"lock-users","version":1,"action":"lock","time":"2026-05-12T10:00:00Z",...}
 * {"type":"intent","action":"lock","id":"user_1","time":"...","wasLocked":false}
 * {"type":"outcome","action":"lock","id":"user_1","time":"...","wasLocked":false,"outcome":"Locked"}
 * }</pre>
 */
final class JournalFormat {
  /** With this every journal begins. */
  static final String BEGIN = "{\"type\":\"run\",\"journal\":\"lock-users\"";

  private static final int VERSION = 1;

  private JournalFormat() {}

  static byte[] line(JournalRun run) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "run");
    json.put("journal", "lock-users");
    json.put("version", VERSION);
    json.put("action", run.action());
    json.put("time", run.start().toString());
    json.put("live", run.live());
    json.put("revokeSessions", run.revokesSessions());
    run.reason().ifPresent(reason -> json.put("reason", reason));
    return line(json);
  }

  static byte[] line(JournalEntry entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", entry.outcome().isPresent() ? "outcome" : "intent");
    json.put("action", entry.action());
    json.put("id", entry.userId());
    json.put("time", entry.time().toString());
    entry.wasLocked().ifPresent(locked -> json.put("wasLocked", locked));
    entry.outcome().ifPresent(outcome -> json.put("outcome", outcome));
    entry.traceId().ifPresent(id -> json.put("traceId", id));
    if (entry.sessionsLeft()) {
      json.put("sessionsLeft", true);
    }
    return line(json);
  }

  /**
   * Adds a line to what is known.
   *
   * @throws DamagedException if it cannot be one
   * @throws RefusedException if it is the beginning of another version's journal
   */
  static void read(byte[] line, JournalState into, String name) throws DamagedException {
    Map<?, ?> json = parse(line);
    try {
      boolean isRun = text(json, "type").equals("run");
      if (into.isEmpty() && !(isRun && text(json, "journal").equals("lock-users"))) {
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
    if (!(version instanceof Double number) || number != VERSION) {
      throw new RefusedException(
          name
              + " is of version "
              + version
              + ", and this command writes version "
              + VERSION
              + "; go on with the command that began it, or begin a new journal");
    }
    return new JournalRun(
        text(json, "action"),
        flag(json, "live").orElse(false),
        flag(json, "revokeSessions").orElse(false),
        optional(json, "reason"),
        Instant.parse(text(json, "time")));
  }

  private static JournalEntry entry(Map<?, ?> json) throws DamagedException {
    boolean isIntent = text(json, "type").equals("intent");
    if (!isIntent && !text(json, "type").equals("outcome")) {
      throw new DamagedException("a line of the type " + text(json, "type"));
    }
    return new JournalEntry(
        text(json, "action"),
        text(json, "id"),
        Instant.parse(text(json, "time")),
        flag(json, "wasLocked"),
        isIntent ? Optional.empty() : Optional.of(text(json, "outcome")),
        optional(json, "traceId"),
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

  private static byte[] line(Map<String, Object> json) {
    Buffer line = new Buffer();
    try {
      JsonWriter.of(line).jsonValue(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer in memory failed", e);
    }
    return line.writeByte('\n').readByteArray();
  }

  /** A line that is none. */
  static final class DamagedException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedException(String why) {
      super(why);
    }
  }
}
