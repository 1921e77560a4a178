package dev.clerkbapi.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The adapter of a generated model or union. Thread-safe.
 *
 * @param <T> the model or union
 */
public final class ModelAdapter<T> extends JsonAdapter<T> {
  /** For JSON whose time of receipt is not known: its models get no {@code receivedAt}. */
  private static final Clock NO_CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private final Clock clock;
  private final Values<T> values;

  /**
   * Reads a value that is not null.
   *
   * @param <T> the model or union
   */
  @FunctionalInterface
  public interface Values<T> {
    T read(JsonReader reader, Decoding decoding) throws IOException;
  }

  /** {@code clock} supplies the {@code receivedAt} of models that have it. */
  public ModelAdapter(Clock clock, Values<T> values) {
    this.clock = clock;
    this.values = values;
  }

  /** Returns the clock of adapters for {@link #parse}. */
  public static Clock noClock() {
    return NO_CLOCK;
  }

  /**
   * Decodes a text.
   *
   * @throws IllegalArgumentException if it is not the JSON of exactly one such object; the message
   *     contains the path
   */
  public static <T> T parse(String json, JsonAdapter<T> adapter) {
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(Surrogates.mended(json)));
    try {
      T value = adapter.fromJson(reader);
      if (value == null || reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new JsonDataException("Expected one object, and no null, at path $");
      }
      return value;
    } catch (JsonDataException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (IOException e) { // Its message advises on settings that a caller does not have.
      throw new IllegalArgumentException(
          "malformed or incomplete JSON at path " + reader.getPath(), e);
    }
  }

  /** Encodes a value as the text that {@link #parse} reads. */
  static String text(Object value) {
    Buffer json = new Buffer();
    try {
      Json.write(JsonWriter.of(json), value);
    } catch (JsonDataException e) { // Nested too deep.
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (IOException e) {
      throw new AssertionError(e); // A buffer does no I/O.
    }
    return json.readUtf8();
  }

  /** Reads a value that is not null; all elements of a list with the same {@code decoding}. */
  T readValue(JsonReader reader, Decoding decoding) throws IOException {
    return values.read(reader, decoding);
  }

  @Override
  public @Nullable T fromJson(JsonReader reader) throws IOException {
    return reader.peek() == JsonReader.Token.NULL
        ? reader.nextNull()
        : readValue(reader, decoding());
  }

  /** Returns a new one, for one value or all elements of a list. */
  Decoding decoding() {
    return new Decoding(clock);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    Json.write(writer, value);
  }
}
