package dev.clerkbapi.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one type of the SDK in Jackson 2. Thread-safe. */
final class Reader2 extends JsonDeserializer<Object> {
  private static final JsonFactory JSON = new JsonFactory();

  private final JavaType type;
  private final @Nullable SdkReader reader;

  Reader2(JavaType type) {
    this.type = type;
    JavaType element = type.containedType(0);
    this.reader = SdkReader.of(type.getRawClass(), element == null ? null : element.getRawClass());
  }

  @Override
  public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
    if (reader == null) {
      return context.reportBadDefinition(
          type, "A page needs the type of its elements, such as TypeReference<Page<User>>");
    }
    String json = text(in);
    try {
      return reader.read(json);
    } catch (IllegalArgumentException e) {
      throw mismatch(in, e);
    }
  }

  private JsonMappingException mismatch(JsonParser in, IllegalArgumentException cause) {
    Mismatch mismatch = Mismatch.of(cause);
    JsonMappingException e = MismatchedInputException.from(in, type, mismatch.problem());
    e.initCause(cause);
    List<Object> path = mismatch.path();
    for (int i = path.size() - 1; i >= 0; i--) {
      if (path.get(i) instanceof Integer index) {
        e.prependPath(type.getRawClass(), index);
      } else {
        e.prependPath(type.getRawClass(), path.get(i).toString());
      }
    }
    return e;
  }

  /** Returns the current value as text, with its numbers as they are spelled. */
  private static String text(JsonParser in) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      boolean hasBegun = in.hasToken(JsonToken.FIELD_NAME) || in.hasToken(JsonToken.END_OBJECT);
      int depth = 0;
      if (hasBegun) { // By what has read the name of the class.
        out.writeStartObject();
        depth++;
      }
      depth += copy(in, out);
      while (depth > 0 && in.nextToken() != null) {
        depth += copy(in, out);
      }
    }
    return text.toString();
  }

  /** Copies a token, and returns by how much it changes the depth. */
  private static int copy(JsonParser in, JsonGenerator out) throws IOException {
    JsonToken token = in.currentToken();
    switch (token) {
      case START_OBJECT -> out.writeStartObject();
      case START_ARRAY -> out.writeStartArray();
      case END_OBJECT -> out.writeEndObject();
      case END_ARRAY -> out.writeEndArray();
      case FIELD_NAME -> out.writeFieldName(in.currentName());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(in.getText());
      default -> out.copyCurrentEvent(in);
    }
    return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
  }
}
