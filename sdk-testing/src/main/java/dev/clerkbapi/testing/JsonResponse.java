package dev.clerkbapi.testing;

import dev.clerkbapi.testing.internal.http.Response;
import dev.clerkbapi.testing.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A response with a JSON body, or with none if that is null; errors are in BAPI's envelope, each
 * with its own trace ID.
 */
record JsonResponse(int status, @Nullable Object body, Map<String, String> headers) {
  private static final AtomicLong TRACES = new AtomicLong();

  static JsonResponse ok(Object body) {
    return new JsonResponse(200, body, Map.of());
  }

  static JsonResponse error(int status, String code, String message) {
    return error(status, code, message, null);
  }

  /**
   * Returns an error about a parameter or a member of the body.
   *
   * @param param its name, such as {@code limit}; null if the error is about something else
   */
  static JsonResponse error(int status, String code, String message, @Nullable String param) {
    Map<String, Object> error = new TreeMap<>();
    error.put("code", code);
    error.put("message", message);
    error.put("long_message", message + ".");
    if (param != null) {
      error.put("meta", Map.of("param_name", param));
    }
    return new JsonResponse(status, Map.of("errors", List.of(error)), Map.of());
  }

  /** The response to a request beyond the rate limit. */
  static JsonResponse rateLimited(long retryAfterSeconds) {
    return error(429, "too_many_requests", "This instance has sent too many requests")
        .withHeader("Retry-After", Long.toString(retryAfterSeconds));
  }

  private JsonResponse withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new JsonResponse(status, body, more);
  }

  Response toWire() {
    @Nullable Object json = body;
    if (status >= 400 && body instanceof Map<?, ?> envelope) {
      Map<String, Object> traced = new TreeMap<>();
      envelope.forEach((key, value) -> traced.put((String) key, value));
      traced.put("clerk_trace_id", String.format("%032x", TRACES.incrementAndGet()));
      json = traced;
    }
    Map<String, String> all = new TreeMap<>(headers);
    if (json == null) {
      return new Response(status, all, new byte[0]);
    }
    all.put("Content-Type", "application/json");
    return new Response(status, all, Json.write(json).getBytes(StandardCharsets.UTF_8));
  }
}
