package dev.clerkbapi.errors;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The contents of BAPI's error envelope: {@code {"errors":[{code, message, long_message, meta}],
 * "clerk_trace_id"}}. Reading never fails: from HTML, another shape or a body that was cut off it
 * keeps what it could read.
 */
final class Envelope {
  static final Envelope NONE = new Envelope();

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final List<ClerkError> errors = new ArrayList<>();
  private @Nullable String traceId;

  private Envelope() {}

  static Envelope read(String body) {
    Envelope envelope = new Envelope();
    String json = body.startsWith(BYTE_ORDER_MARK) ? body.substring(1) : body;
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json))) {
      envelope.readFrom(reader);
    } catch (IOException | RuntimeException e) {
      // The status is known, whatever this body is; keep what was read so far.
    }
    return envelope;
  }

  List<ClerkError> errors() {
    return errors;
  }

  @Nullable String traceId() {
    return traceId;
  }

  private void readFrom(JsonReader reader) throws IOException {
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.nextName()) {
        case "errors" -> readErrors(reader);
        case "clerk_trace_id" -> traceId = emptyToNull(text(reader));
        default -> reader.skipValue();
      }
    }
    reader.endObject();
  }

  private void readErrors(JsonReader reader) throws IOException {
    if (reader.peek() != Token.BEGIN_ARRAY) {
      reader.skipValue();
      return;
    }
    reader.beginArray();
    while (reader.hasNext()) {
      if (reader.peek() == Token.BEGIN_OBJECT) {
        readError(reader);
      } else {
        reader.skipValue();
      }
    }
    reader.endArray();
  }

  private void readError(JsonReader reader) throws IOException {
    String code = "";
    String message = "";
    String longMessage = "";
    Map<String, @Nullable Object> meta = new LinkedHashMap<>();
    try {
      reader.beginObject();
      while (reader.hasNext()) {
        switch (reader.nextName()) {
          case "code" -> code = text(reader);
          case "message" -> message = text(reader);
          case "long_message" -> longMessage = text(reader);
          case "meta" -> readMeta(reader, meta);
          default -> reader.skipValue();
        }
      }
      reader.endObject();
    } finally {
      // Keep an entry that was cut off if its code or message is known.
      if (!code.isEmpty() || !message.isEmpty()) {
        errors.add(new ClerkError(code, message, longMessage, meta));
      }
    }
  }

  /** Keeps what was read even if the rest is cut off; skips a value that is not an object. */
  private static void readMeta(JsonReader reader, Map<String, @Nullable Object> meta)
      throws IOException {
    if (reader.peek() != Token.BEGIN_OBJECT) {
      reader.skipValue();
      return;
    }
    reader.beginObject();
    while (reader.hasNext()) {
      meta.put(reader.nextName(), exact(reader.readJsonValue()));
    }
    reader.endObject();
  }

  /** Moshi reads every number as a double; returns whole ones as a {@code Long}, all immutable. */
  private static @Nullable Object exact(@Nullable Object value) {
    if (value instanceof Double number) {
      long whole = number.longValue();
      return whole == number ? (Object) whole : number;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(exact(item)));
      return Collections.unmodifiableList(copy);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put((String) key, exact(item)));
      return Collections.unmodifiableMap(copy);
    }
    return value;
  }

  private static String text(JsonReader reader) throws IOException {
    if (reader.peek() == Token.STRING || reader.peek() == Token.NUMBER) {
      return reader.nextString();
    }
    reader.skipValue();
    return "";
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
