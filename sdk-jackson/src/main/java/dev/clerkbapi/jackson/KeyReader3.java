package dev.clerkbapi.jackson;

import java.lang.invoke.MethodHandle;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;

/** Reads an open enum that is the key of a map, in Jackson 3. Thread-safe. */
final class KeyReader3 extends KeyDeserializer {
  private final Class<?> type;
  private final MethodHandle constant;

  KeyReader3(Class<?> type, MethodHandle constant) {
    this.type = type;
    this.constant = constant;
  }

  @Override
  public Object deserializeKey(String key, DeserializationContext context) {
    try {
      return SdkType.call(constant, key);
    } catch (IllegalArgumentException e) {
      return context.handleWeirdKey(type, key, "%s", e.getMessage());
    }
  }
}
