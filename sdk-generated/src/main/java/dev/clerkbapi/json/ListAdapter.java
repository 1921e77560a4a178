package dev.clerkbapi.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes unmodifiable lists. Thread-safe.
 *
 * @param <T> the elements
 */
public final class ListAdapter<T> extends JsonAdapter<List<T>> {
  private final JsonAdapter<T> elements;

  public ListAdapter(JsonAdapter<T> elements) {
    this.elements = elements;
  }

  @Override
  public @Nullable List<T> fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    reader.beginArray();
    List<T> list = Json.newList(reader);
    if (elements instanceof ModelAdapter<T> models) {
      readModels(reader, models, list);
    } else {
      readOthers(reader, list);
    }
    reader.endArray();
    return Json.copy(list);
  }

  private void readModels(JsonReader reader, ModelAdapter<T> models, List<T> list)
      throws IOException {
    Decoding decoding = models.decoding();
    while (Json.nextElement(reader)) {
      list.add(models.readValue(reader, decoding));
    }
  }

  private void readOthers(JsonReader reader, List<T> list) throws IOException {
    while (Json.nextElement(reader)) {
      T element = elements.fromJson(reader);
      if (element != null) {
        list.add(element);
      }
    }
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable List<T> list) throws IOException {
    Json.write(writer, list);
  }
}
