package dev.clerkbapi.testing;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.core.JsonProcessingException;
import wiremock.com.fasterxml.jackson.databind.ObjectMapper;

/** A response with a JSON body; errors are in BAPI's envelope, each with its own trace ID. */
record JsonResponse(int status, Object body, Map<String, String> headers) {
  /** Not WireMock's own, which leaves nulls out. */
  private static final ObjectMapper MAPPER = new ObjectMapper();

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

  ResponseDefinitionBuilder toWire() {
    Object json = body;
    if (status >= 400 && body instanceof Map<?, ?> envelope) {
      Map<String, Object> traced = new TreeMap<>();
      envelope.forEach((key, value) -> traced.put((String) key, value));
      traced.put("clerk_trace_id", String.format("%032x", TRACES.incrementAndGet()));
      json = traced;
    }
    ResponseDefinitionBuilder wire =
        ResponseDefinitionBuilder.responseDefinition()
            .withStatus(status)
            .withHeader("Content-Type", "application/json")
            .withBody(bytes(json));
    headers.forEach(wire::withHeader);
    return wire;
  }

  private static byte[] bytes(Object json) {
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not representable as JSON: " + json, e);
    }
  }
}
