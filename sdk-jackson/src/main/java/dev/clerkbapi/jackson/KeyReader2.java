package dev.clerkbapi.jackson;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import java.io.IOException;
import java.lang.invoke.MethodHandle;

/** Reads an open enum that is the key of a map, in Jackson 2. Thread-safe. */
final class KeyReader2 extends KeyDeserializer {
  private final Class<?> type;
  private final MethodHandle constant;

  KeyReader2(Class<?> type, MethodHandle constant) {
    this.type = type;
    this.constant = constant;
  }

  @Override
  public Object deserializeKey(String key, DeserializationContext context) throws IOException {
    try {
      return SdkType.call(constant, key);
    } catch (IllegalArgumentException e) {
      return context.handleWeirdKey(type, key, "%s", e.getMessage());
    }
  }
}
