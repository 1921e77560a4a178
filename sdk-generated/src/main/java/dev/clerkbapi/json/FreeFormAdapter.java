package dev.clerkbapi.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes objects without a schema, as unmodifiable maps in which whole numbers are exact.
 * Thread-safe.
 */
public final class FreeFormAdapter extends JsonAdapter<Map<String, @Nullable Object>> {
  public FreeFormAdapter() {}

  @Override
  public @Nullable Map<String, @Nullable Object> fromJson(JsonReader reader) throws IOException {
    return reader.peek() == JsonReader.Token.NULL ? reader.nextNull() : Json.map(reader);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Map<String, @Nullable Object> map)
      throws IOException {
    Json.write(writer, map);
  }
}
