package dev.clerkbapi.benchmarks;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what this SDK has to read from Moshi's reader, each name looked up and each value as
 * Java's, and makes nothing of it: no decoder on top of that reader can be faster.
 */
final class MoshiCodec implements Codec {
  private final JsonReader.Options names;

  /** {@code json} is like what will be decoded. */
  MoshiCodec(byte[] json) throws IOException {
    Set<String> found = new TreeSet<>();
    collect(JsonReader.of(new Buffer().write(json)), found);
    names = JsonReader.Options.of(found.toArray(String[]::new));
  }

  @Override
  public Object decode(byte[] json) throws IOException {
    return "" + read(JsonReader.of(new Buffer().write(json)));
  }

  @Override
  public byte[] encode(Object user) {
    throw new UnsupportedOperationException();
  }

  private @Nullable Object read(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(reader);
      case BEGIN_ARRAY -> array(reader);
      case STRING -> reader.nextString();
      case NUMBER -> reader.nextDouble() < 0 ? "" : null; // Makes no object.
      case BOOLEAN -> reader.nextBoolean();
      default -> reader.nextNull();
    };
  }

  private @Nullable Object object(JsonReader reader) throws IOException {
    Object last = null;
    reader.beginObject();
    while (reader.hasNext()) {
      last = reader.selectName(names) < 0 ? reader.nextName() : read(reader);
    }
    reader.endObject();
    return last;
  }

  private @Nullable Object array(JsonReader reader) throws IOException {
    Object last = null;
    reader.beginArray();
    while (reader.hasNext()) {
      last = read(reader);
    }
    reader.endArray();
    return last;
  }

  private static void collect(JsonReader reader, Set<String> names) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT -> {
        reader.beginObject();
        while (reader.hasNext()) {
          names.add(reader.nextName());
          collect(reader, names);
        }
        reader.endObject();
      }
      case BEGIN_ARRAY -> {
        reader.beginArray();
        while (reader.hasNext()) {
          collect(reader, names);
        }
        reader.endArray();
      }
      default -> reader.skipValue();
    }
  }
}
