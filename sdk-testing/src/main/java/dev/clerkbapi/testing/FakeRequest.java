package dev.clerkbapi.testing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that {@link FakeBapi} received. Immutable. */
public final class FakeRequest {
  private final String method;
  private final String path;
  private final Map<String, List<String>> headers;
  private final String body;

  /** The names of the headers ignore case. */
  FakeRequest(String method, String path, Map<String, List<String>> headers, String body) {
    this.method = method;
    this.path = path;
    this.headers = headers;
    this.body = body;
  }

  /** Returns the HTTP method, for example {@code POST}. */
  public String method() {
    return method;
  }

  /** Returns the path and query, for example {@code /v1/users?limit=10}. */
  public String path() {
    return path;
  }

  /**
   * Returns the first value of a header; null if it was not sent.
   *
   * @param name in any case, for example {@code Authorization}
   */
  public @Nullable String header(String name) {
    List<String> values = headers.get(name);
    return values == null ? null : values.get(0);
  }

  /** Returns the body; empty if there was none. */
  public String body() {
    return body;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
