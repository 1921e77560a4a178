package dev.clerkbapi.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page in either of its shapes: an array, or an object with the array and a total.
 * Thread-safe.
 *
 * @param <T> the elements
 */
public final class PageAdapter<T> extends JsonAdapter<Page<T>> {
  static final String TOTAL = "total_count";

  private final JsonAdapter<List<T>> lists;
  private final List<String> members;

  /** {@code members}: the names under which an object may hold the array. */
  public PageAdapter(JsonAdapter<T> elements, List<String> members) {
    this.lists = new ListAdapter<>(elements);
    this.members = members;
  }

  @Override
  public @Nullable Page<T> fromJson(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case NULL -> reader.nextNull();
      case BEGIN_OBJECT -> readObject(reader);
      default -> new Page<>(list(reader), null, null, Map.of());
    };
  }

  private Page<T> readObject(JsonReader reader) throws IOException {
    List<T> data = List.of();
    Long total = null;
    String member = members.get(0);
    Members others = new Members();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (members.contains(name)) {
        member = name;
        data = list(reader);
      } else if (name.equals(TOTAL)) {
        total = reader.peek() == JsonReader.Token.NULL ? reader.nextNull() : Json.whole(reader);
      } else {
        others.put(name, new Decoding().any(reader));
      }
    }
    reader.endObject();
    return new Page<>(data, total, member, others.toMap());
  }

  /** Reads null as an empty list, as models do. */
  private List<T> list(JsonReader reader) throws IOException {
    List<T> list = lists.fromJson(reader);
    return list == null ? List.of() : list;
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Page<T> page) throws IOException {
    Json.write(writer, page);
  }
}
