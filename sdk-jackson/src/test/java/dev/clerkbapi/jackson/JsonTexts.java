package dev.clerkbapi.jackson;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.clerkbapi.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okio.Buffer;

/** JSON objects as maps, by the decoder that the SDK itself uses. */
final class JsonTexts {
  private JsonTexts() {}

  static Map<String, Object> members(String json) {
    try {
      return new LinkedHashMap<>(Json.map(JsonReader.of(new Buffer().writeUtf8(json))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Map<String, Object> members) {
    Buffer json = new Buffer();
    try {
      Json.write(JsonWriter.of(json), members);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return json.readUtf8();
  }
}
