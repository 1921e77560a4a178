package dev.clerkbapi.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What the generated adapters share. Thread-safe.
 *
 * @param <T> the model or union
 */
public abstract class ModelAdapter<T> extends JsonAdapter<T> {
  private final Clock clock;

  /** {@code clock} stamps what says when it was received. */
  protected ModelAdapter(Clock clock) {
    this.clock = clock;
  }

  protected abstract T readValue(JsonReader reader, Clock clock) throws IOException;

  @Override
  public final @Nullable T fromJson(JsonReader reader) throws IOException {
    return reader.peek() == JsonReader.Token.NULL ? reader.nextNull() : readValue(reader, clock);
  }

  @Override
  public final void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    Json.write(writer, value);
  }
}
