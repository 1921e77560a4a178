package dev.clerkbapi.testing.internal.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * A response, or what happens instead of one.
 *
 * @param body not to be changed
 * @param delay how long it is held back
 */
// The bytes are compared nowhere.
@SuppressWarnings("ArrayRecordComponent")
public record Response(
    int status, Map<String, String> headers, byte[] body, Duration delay, Ending ending) {

  /** What the connection carries. */
  public enum Ending {
    /** The response. */
    RESPONSE,
    /** A reset (RST). */
    RESET,
    /** Nothing: it is closed. */
    NOTHING,
    /** Bytes that are not HTTP, before it is closed. */
    GARBAGE
  }

  /** Returns a response that is sent at once. */
  public Response(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, Duration.ZERO, Ending.RESPONSE);
  }

  /** Returns the same response, held back and with another ending. */
  public Response with(Duration newDelay, Ending newEnding) {
    return new Response(status, headers, body, newDelay, newEnding);
  }

  /** Returns the bytes that are sent. */
  byte[] bytes(boolean withBody, boolean keepAlive) {
    StringBuilder head = new StringBuilder(128).append("HTTP/1.1 ").append(status).append(" \r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (status != 204) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append(keepAlive ? "\r\n" : "Connection: close\r\n\r\n");
    byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
    if (!withBody || status == 204) {
      return start;
    }
    byte[] all = new byte[start.length + body.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    return all;
  }
}
