package dev.clerkbapi.testing.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param method such as {@code POST}
 * @param target path and query, such as {@code /v1/users?limit=10}
 * @param headers their names ignore case; not to be changed
 * @param body not to be changed
 */
// The bytes are compared nowhere.
@SuppressWarnings("ArrayRecordComponent")
public record Request(
    String method, String target, Map<String, List<String>> headers, byte[] body) {

  /** Returns the first value of a header; null if it was not sent. */
  public @Nullable String header(String name) {
    List<String> values = headers.get(name);
    return values == null ? null : values.get(0);
  }

  /** Returns the path without the query. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** Returns the body as text in UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
