package dev.clerkbapi.webhooks;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import dev.clerkbapi.json.Decoding;
import dev.clerkbapi.model.BapiAdapters;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;

/** Reads the models that events share with BAPI; for the generated events. */
final class SharedModels {
  private static final Moshi NONE = new Moshi.Builder().build();

  private SharedModels() {}

  /** Reads an object, which is not null. */
  @SuppressWarnings("unchecked") // the factory makes the adapter of the type that it is asked for
  static <T> T read(JsonReader reader, Decoding decoding, Class<T> type) throws IOException {
    JsonAdapter<T> adapter =
        (JsonAdapter<T>) new BapiAdapters(decoding.clock()).create(type, Set.of(), NONE);
    return Objects.requireNonNull(Objects.requireNonNull(adapter).fromJson(reader));
  }
}
