package dev.clerkbapi.jackson;

/** What the tests ask of an {@code ObjectMapper}, of whichever Jackson. */
interface Mapper {
  String write(Object value);

  <T> T read(String json, Class<T> type);

  /** Reads a generic type, such as a list or a map. */
  <T> T read(String json, java.lang.reflect.Type type, Class<T> raw);

  /** Returns the text of the tree that the value becomes. */
  String tree(Object value);

  /** Reads a value by way of a tree. */
  <T> T readTree(String json, Class<T> type);

  /** Returns the exception's way to where the JSON was wrong, such as {@code [users, 0, id]}. */
  java.util.List<Object> path(Throwable exception);
}
