package dev.clerkbapi.testing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The query of a URL: each parameter with its values, in the order in which they were sent.
 *
 * @param values never an empty list
 */
record Query(Map<String, List<String>> values) {

  /**
   * Parses the query of a URL, which may have none.
   *
   * @param url such as {@code /v1/users?limit=10}
   */
  static Query of(String url) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    int begin = url.indexOf('?') + 1;
    if (begin > 0) {
      for (String pair : url.substring(begin).split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        if (!name.isEmpty()) {
          values.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value);
        }
      }
    }
    return new Query(Collections.unmodifiableMap(values));
  }

  /** Returns the values of a parameter; empty if it was not sent. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Returns the first value of a parameter. */
  Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // Not an escape, such as in "100%".
    }
  }
}
