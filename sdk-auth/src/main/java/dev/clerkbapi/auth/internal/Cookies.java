package dev.clerkbapi.auth.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of a request. They are taken apart before they are decoded: otherwise an encoded
 * semicolon would make two of one. The first of several with the same name counts. Immutable.
 */
public final class Cookies {
  private final Map<String, String> values = new HashMap<>();

  private Cookies() {}

  /** Reads all headers of a request. */
  public static Cookies of(List<String> headers) {
    Cookies cookies = new Cookies();
    for (String header : headers) {
      for (String pair : header.split(";", -1)) {
        cookies.add(pair);
      }
    }
    return cookies;
  }

  private void add(String pair) {
    int equals = pair.indexOf('=');
    if (equals > 0) {
      String name = pair.substring(0, equals).strip();
      values.putIfAbsent(name, PercentEncoding.decode(pair.substring(equals + 1).strip()));
    }
  }

  /** Returns the value; null if there is no such cookie, or it is empty. */
  public @Nullable String get(String name) {
    String value = values.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** Never shows a cookie. */
  @Override
  public String toString() {
    return "Cookies";
  }
}
