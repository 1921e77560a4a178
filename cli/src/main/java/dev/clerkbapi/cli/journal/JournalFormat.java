package dev.clerkbapi.cli.journal;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okio.Buffer;

/**
 * How a line of a journal is written: a JSON object and a line feed.
 *
 * <pre>{@code
 * {"type":"run","journal":"lock-users","version":1,"action":"lock","time":"2026-05-12T10:00:00Z",...}
 * {"type":"intent","action":"lock","id":"user_1","time":"...","wasLocked":false}
 * {"type":"outcome","action":"lock","id":"user_1","time":"...","wasLocked":false,"outcome":"Locked"}
 * }</pre>
 */
final class JournalFormat {
  static final String NAME = "lock-users";

  /** The first bytes of every journal. */
  static final String BEGIN = "{\"type\":\"run\",\"journal\":\"lock-users\"";

  static final int VERSION = 1;

  private JournalFormat() {}

  static byte[] line(JournalRun run) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "run");
    json.put("journal", NAME);
    json.put("version", VERSION);
    json.put("action", run.action());
    json.put("time", run.start().toString());
    json.put("live", run.live());
    run.instance().ifPresent(id -> json.put("instance", id));
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
    if (entry.lockEnd().isKnown()) {
      json.put("until", entry.lockEnd().toString());
    }
    entry.traceId().ifPresent(id -> json.put("traceId", id));
    if (entry.sessionsLeft()) {
      json.put("sessionsLeft", true);
    }
    return line(json);
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
}
