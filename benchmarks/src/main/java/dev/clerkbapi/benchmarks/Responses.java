package dev.clerkbapi.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The responses of the fake server, each built only once. For one thread. */
final class Responses {
  private static final String EMAILS = "/users/emails-";
  private static final String LIMIT = "limit=";
  private static final String OFFSET = "&offset=";

  private final Map<String, ByteBuffer> known = new HashMap<>();

  /**
   * Returns a whole response; the caller must change nothing but its position.
   *
   * @param target such as {@code /v1/users/user_1}
   */
  ByteBuffer to(String target) {
    int offset = target.indexOf(OFFSET);
    String asked = offset < 0 ? target : target.substring(0, offset); // All pages are alike.
    return known.computeIfAbsent(asked, Responses::make).duplicate();
  }

  private static ByteBuffer make(String target) {
    byte[] body = body(target);
    byte[] head =
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\ncf-ray: 0123456789abcdef-LHR\r\n"
                + "Content-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    // Direct: otherwise every write would copy it to a direct buffer first.
    return ByteBuffer.allocateDirect(head.length + body.length).put(head).put(body).flip();
  }

  private static byte[] body(String target) {
    int emails = target.indexOf(EMAILS);
    int limit = target.indexOf(LIMIT);
    if (emails >= 0) {
      return SampleUsers.withEmails(number(target, emails + EMAILS.length()));
    }
    return limit >= 0
        ? SampleUsers.page(number(target, limit + LIMIT.length()))
        : SampleUsers.full();
  }

  private static int number(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return Integer.parseInt(text.substring(start, end));
  }
}
