package dev.clerkbapi.metadata;

import java.lang.invoke.MethodType;

/** The wrappers of primitives. */
final class Boxes {
  private Boxes() {}

  @SuppressWarnings("unchecked") // The wrapper of T, or T itself.
  static <T> Class<T> of(Class<T> type) {
    return (Class<T>) MethodType.methodType(type).wrap().returnType();
  }
}
