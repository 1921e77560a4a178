package dev.clerkbapi.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A request whose headers are in a map. */
final class HeaderMapRequest implements IncomingRequest {
  private final String method;
  private final String url;
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  HeaderMapRequest(String method, String url, Map<String, List<String>> headers) {
    this.method = Objects.requireNonNull(method, "method");
    this.url = Objects.requireNonNull(url, "url");
    headers.forEach(
        (name, values) -> {
          if (name != null) { // The JDK's own maps have the status line there.
            this.headers.computeIfAbsent(name, unused -> new ArrayList<>()).addAll(values);
          }
        });
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String url() {
    return url;
  }

  @Override
  public List<String> headers(String name) {
    return headers.getOrDefault(name, List.of());
  }
}
