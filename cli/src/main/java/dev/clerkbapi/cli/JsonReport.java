package dev.clerkbapi.cli;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okio.Buffer;

/** Writes a line of JSON for each user, and one for the summary. */
final class JsonReport implements Report {
  private final PrintWriter out;

  JsonReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void add(String userId, String outcome, String detail) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "outcome");
    json.put("id", userId);
    json.put("outcome", outcome);
    if (!detail.isEmpty()) {
      json.put("detail", detail);
    }
    print(json);
  }

  @Override
  public int end(Tally tally, int exitStatus) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "summary");
    json.put("counts", tally.counts());
    json.put("notStarted", tally.notStarted());
    json.put("sessionsRevoked", tally.sessionsRevoked());
    json.put("exitStatus", exitStatus);
    print(json);
    return exitStatus;
  }

  private void print(Map<String, Object> json) {
    Buffer line = new Buffer();
    try {
      JsonWriter.of(line).jsonValue(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer in memory failed", e);
    }
    // JSON may hold control characters above U+007F as they are; a terminal would act on them.
    out.println(Texts.visible(line.readUtf8()));
  }
}
