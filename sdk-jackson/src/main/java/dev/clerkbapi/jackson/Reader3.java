package dev.clerkbapi.jackson;

import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/** Reads one type of the SDK in Jackson 3. Thread-safe. */
final class Reader3 extends ValueDeserializer<Object> {
  private static final JsonFactory JSON = new JsonFactory();

  private final JavaType type;
  private final @Nullable SdkReader reader;

  Reader3(JavaType type) {
    this.type = type;
    JavaType element = type.containedType(0);
    this.reader = SdkReader.of(type.getRawClass(), element == null ? null : element.getRawClass());
  }

  @Override
  public Object deserialize(JsonParser in, DeserializationContext context) {
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

  private DatabindException mismatch(JsonParser in, IllegalArgumentException cause) {
    Mismatch mismatch = Mismatch.of(cause);
    DatabindException e = MismatchedInputException.from(in, type, mismatch.problem());
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
  private static String text(JsonParser in) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      boolean hasBegun = in.hasToken(JsonToken.PROPERTY_NAME) || in.hasToken(JsonToken.END_OBJECT);
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
  private static int copy(JsonParser in, JsonGenerator out) {
    JsonToken token = in.currentToken();
    switch (token) {
      case START_OBJECT -> out.writeStartObject();
      case START_ARRAY -> out.writeStartArray();
      case END_OBJECT -> out.writeEndObject();
      case END_ARRAY -> out.writeEndArray();
      case PROPERTY_NAME -> out.writeName(in.currentName());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(in.getString());
      default -> out.copyCurrentEvent(in);
    }
    return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
  }
}
