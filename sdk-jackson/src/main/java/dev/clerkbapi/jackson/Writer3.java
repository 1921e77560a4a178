package dev.clerkbapi.jackson;

import com.squareup.moshi.JsonReader;
import dev.clerkbapi.json.OpenEnum;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import okio.Buffer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * Writes the tokens of BAPI's JSON in Jackson 3, rather than its text: so they can become a tree,
 * or another format. Thread-safe.
 */
final class Writer3 extends ValueSerializer<Object> {
  @Override
  public void serialize(Object value, JsonGenerator out, SerializationContext context) {
    if (value instanceof OpenEnum constant) {
      out.writeString(constant.value());
      return;
    }
    try {
      write(reader(value, out), out);
    } catch (IOException e) {
      throw new AssertionError(e); // A buffer does no I/O, and Jackson's own exceptions are others.
    }
  }

  /** For mappers that add the name of the class, such as those of a cache. */
  @Override
  public void serializeWithType(
      Object value, JsonGenerator out, SerializationContext context, TypeSerializer types) {
    if (value instanceof OpenEnum constant) {
      WritableTypeId id =
          types.writeTypePrefix(out, context, types.typeId(value, JsonToken.VALUE_STRING));
      out.writeString(constant.value());
      types.writeTypeSuffix(out, context, id);
      return;
    }
    try {
      writeWithType(value, out, context, types);
    } catch (IOException e) {
      throw new AssertionError(e); // As above.
    }
  }

  private static void writeWithType(
      Object value, JsonGenerator out, SerializationContext context, TypeSerializer types)
      throws IOException {
    JsonReader json = reader(value, out);
    boolean isList = json.peek() == JsonReader.Token.BEGIN_ARRAY;
    JsonToken start = isList ? JsonToken.START_ARRAY : JsonToken.START_OBJECT;
    WritableTypeId id = types.writeTypePrefix(out, context, types.typeId(value, start));
    if (isList) {
      writeElements(json, out);
    } else {
      writeMembers(json, out);
    }
    types.writeTypeSuffix(out, context, id);
  }

  private static JsonReader reader(Object value, JsonGenerator out) {
    try {
      return JsonReader.of(new Buffer().writeUtf8(SdkType.json(value)));
    } catch (IllegalArgumentException e) { // Nested too deep.
      throw DatabindException.from(out, e.getMessage(), e);
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
      out.writeName(json.nextName());
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
