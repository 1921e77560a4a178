package dev.clerkbapi.spring.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes the small bodies of refusals. */
final class JsonResponses {
  private JsonResponses() {}

  /** Writes nothing if the response has begun already. */
  static void write(HttpServletResponse response, int status, String json) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
