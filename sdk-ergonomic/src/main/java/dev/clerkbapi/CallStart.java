package dev.clerkbapi;

import java.util.Objects;

/**
 * A call that begins, for metrics and traces. Immutable. It contains no key, no user ID and nothing
 * of a body. {@link #operation()} has few different values, and makes a good tag.
 */
public final class CallStart {
  private final String operation;
  private final String method;
  private final String path;

  private CallStart(String operation, String method, String path) {
    this.operation = operation;
    this.method = method;
    this.path = path;
  }

  /**
   * Returns one; also for tests of a {@link CallListener}.
   *
   * @param operation such as {@code lockUser}
   * @param method the HTTP method, such as {@code POST}
   * @param path without values, such as {@code /users/{user_id}/lock}
   */
  public static CallStart of(String operation, String method, String path) {
    return new CallStart(
        Objects.requireNonNull(operation, "operation"),
        Objects.requireNonNull(method, "method"),
        Objects.requireNonNull(path, "path"));
  }

  /** Returns the name of the operation, such as {@code lockUser}. */
  public String operation() {
    return operation;
  }

  /** Returns the HTTP method, such as {@code POST}. */
  public String method() {
    return method;
  }

  /** Returns the path, without values, such as {@code /users/{user_id}/lock}. */
  public String path() {
    return path;
  }

  @Override
  public String toString() {
    return "CallStart[" + method + " " + path + "]";
  }
}
