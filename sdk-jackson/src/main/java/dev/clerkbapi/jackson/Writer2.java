package dev.clerkbapi.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.squareup.moshi.JsonReader;
import dev.clerkbapi.json.OpenEnum;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import okio.Buffer;

/**
 * Writes the tokens of BAPI's JSON in Jackson 2, rather than its text: so they can become a tree,
 * or another format. Thread-safe.
 */
final class Writer2 extends JsonSerializer<Object> {
  @Override
  public void serialize(Object value, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    if (value instanceof OpenEnum constant) {
      out.writeString(constant.value());
    } else {
      write(reader(value, out), out);
    }
  }

  /** For mappers that add the name of the class, such as those of a cache. */
  @Override
  public void serializeWithType(
      Object value, JsonGenerator out, SerializerProvider provider, TypeSerializer types)
      throws IOException {
    if (value instanceof OpenEnum constant) {
      WritableTypeId id = types.writeTypePrefix(out, types.typeId(value, JsonToken.VALUE_STRING));
      out.writeString(constant.value());
      types.writeTypeSuffix(out, id);
      return;
    }
    JsonReader json = reader(value, out);
    boolean isList = json.peek() == JsonReader.Token.BEGIN_ARRAY;
    JsonToken start = isList ? JsonToken.START_ARRAY : JsonToken.START_OBJECT;
    WritableTypeId id = types.writeTypePrefix(out, types.typeId(value, start));
    if (isList) {
      writeElements(json, out);
    } else {
      writeMembers(json, out);
    }
    types.writeTypeSuffix(out, id);
  }

  private static JsonReader reader(Object value, JsonGenerator out) throws IOException {
    try {
      return JsonReader.of(new Buffer().writeUtf8(SdkType.json(value)));
    } catch (IllegalArgumentException e) { // Nested too deep.
      throw JsonMappingException.from(out, e.getMessage(), e);
    }
  }

  private static void write(JsonReader json, JsonGenerator out) throws IOException {
    switch (json.peek()) {
      case BEGIN_OBJECT -> {
        out.writeStartObject();
        writeMembers(json, out);
        out.writeEndObject();
      }
      case BEGIN_ARRAY -> {
        out.writeStartArray();
        writeElements(json, out);
        out.writeEndArray();
      }
      case STRING -> out.writeString(json.nextString());
      case BOOLEAN -> out.writeBoolean(json.nextBoolean());
      case NUMBER -> writeNumber(json.nextString(), out);
      default -> {
        json.nextNull();
        out.writeNull();
      }
    }
  }

  private static void writeMembers(JsonReader json, JsonGenerator out) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      out.writeFieldName(json.nextName());
      write(json, out);
    }
    json.endObject();
  }

  private static void writeElements(JsonReader json, JsonGenerator out) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      write(json, out);
    }
    json.endArray();
  }

  private static void writeNumber(String text, JsonGenerator out) throws IOException {
    Number number = ExactNumber.of(text);
    if (number instanceof Long whole) {
      out.writeNumber(whole);
    } else if (number instanceof Double fraction) {
      out.writeNumber(fraction);
    } else if (number instanceof BigInteger large) {
      out.writeNumber(large);
    } else {
      out.writeNumber((BigDecimal) number);
    }
  }
}
