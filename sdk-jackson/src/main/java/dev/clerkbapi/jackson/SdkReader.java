package dev.clerkbapi.jackson;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.clerkbapi.json.Json;
import dev.clerkbapi.json.ModelAdapter;
import dev.clerkbapi.json.Page;
import dev.clerkbapi.model.BapiAdapters;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of one type. Thread-safe. */
interface SdkReader {
  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException if it is not one value of this type
   */
  Object read(String json);

  /**
   * Returns the reader of a type; null if there is none.
   *
   * @param element the type of the elements, if it is a page
   */
  static @Nullable SdkReader of(Class<?> type, @Nullable Class<?> element) {
    if (type == Page.class) {
      return element == null ? null : ofPage(element);
    }
    MethodHandle constant = SdkType.constant(type);
    if (constant != null) {
      JsonAdapter<Object> constants = new Constants(constant);
      return json -> ModelAdapter.parse(json, constants);
    }
    MethodHandle fromJson = SdkType.fromJson(type);
    return fromJson == null ? null : json -> SdkType.call(fromJson, json);
  }

  private static @Nullable SdkReader ofPage(Class<?> element) {
    BapiAdapters adapters = new BapiAdapters(ModelAdapter.noClock());
    Moshi moshi = new Moshi.Builder().add(adapters).build();
    if (adapters.create(element, Set.of(), moshi) == null) {
      return null; // Moshi itself would read it by reflection, or badly.
    }
    JsonAdapter<Page<?>> pages = moshi.adapter(Types.newParameterizedType(Page.class, element));
    return json -> ModelAdapter.parse(json, pages);
  }

  /** Open enums: a value that this SDK does not know is one, too. */
  final class Constants extends JsonAdapter<Object> {
    private final MethodHandle of;

    Constants(MethodHandle of) {
      this.of = of;
    }

    @Override
    public Object fromJson(JsonReader reader) throws IOException {
      return SdkType.call(of, Json.string(reader));
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Object value) throws IOException {
      Json.write(writer, Objects.requireNonNull(value));
    }
  }
}
