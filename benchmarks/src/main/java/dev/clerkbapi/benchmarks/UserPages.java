package dev.clerkbapi.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Responses with pages of plain users who differ in their IDs. Thread-safe. */
final class UserPages {
  private static final byte[] ID =
      "\"user_2pQrStUvWxYz0123456789\"".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGITS = 10;

  private final int total;
  private final byte[] user = SampleUsers.plain();
  private final int idAt = indexOf(user, ID) + ID.length - 1 - DIGITS;

  /** By the number of users on a page. */
  private final Map<Integer, byte[]> bodies = new ConcurrentHashMap<>();

  UserPages(int total) {
    this.total = total;
  }

  byte[] response(int limit, int offset) {
    int users = Math.max(0, Math.min(limit, total - offset));
    byte[] body = bodies.computeIfAbsent(users, this::body);
    byte[] response = response(body);
    int start = response.length - body.length;
    for (int i = 0; i < users; i++) {
      number(response, start + 1 + i * (user.length + 1) + idAt, offset + i);
    }
    return response;
  }

  /** Returns the number of all users. */
  byte[] count() {
    String json = "{\"object\":\"total_count\",\"total_count\":" + total + "}";
    return response(json.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] response(byte[] body) {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n";
    byte[] start = head.formatted(body.length).getBytes(StandardCharsets.US_ASCII);
    byte[] response = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, response, start.length, body.length);
    return response;
  }

  private byte[] body(int users) {
    byte[] body = new byte[Math.max(2, 1 + users * (user.length + 1))];
    for (int i = 0; i < users; i++) {
      int start = 1 + i * (user.length + 1);
      System.arraycopy(user, 0, body, start, user.length);
      body[start + user.length] = ',';
    }
    body[0] = '[';
    body[body.length - 1] = ']';
    return body;
  }

  private static void number(byte[] text, int start, int number) {
    int left = number;
    for (int i = DIGITS - 1; i >= 0; i--) {
      text[start + i] = (byte) ('0' + left % 10);
      left /= 10;
    }
  }

  private static int indexOf(byte[] text, byte[] part) {
    return new String(text, StandardCharsets.ISO_8859_1)
        .indexOf(new String(part, StandardCharsets.ISO_8859_1));
  }
}
