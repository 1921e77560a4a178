package dev.clerkbapi.testing.internal.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds requests in the bytes of a connection (RFC 9112), however they were split on the way. */
final class RequestReader {
  private static final int LONGEST_HEAD = 1 << 20;
  private static final int LONGEST_BODY = 1 << 26;

  private byte[] bytes = new byte[1024];
  private int end;
  private int searched;

  /** The request whose body is awaited, and where its body begins. */
  private @Nullable Request head;

  private int bodyAt;
  private boolean continueDue;

  void append(ByteBuffer more) {
    int length = more.remaining();
    if (end + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + length));
    }
    more.get(bytes, end, length);
    end += length;
  }

  /** Returns the next request; null if more bytes are needed. */
  @Nullable Request next() throws BadRequestException {
    if (head == null && !readHead()) {
      return null;
    }
    Request begun = Objects.requireNonNull(head);
    boolean chunked = "chunked".equalsIgnoreCase(begun.header("Transfer-Encoding"));
    Request whole = chunked ? chunked(begun) : ofLength(begun);
    if (whole != null) {
      head = null;
      continueDue = false;
    }
    return whole;
  }

  /** Returns once for each request whether its sender waits for a 100 before they send the body. */
  boolean takeContinue() {
    boolean due = continueDue;
    continueDue = false;
    return due;
  }

  private boolean readHead() throws BadRequestException {
    int at = indexOfHeadEnd();
    if (at < 0) {
      if (end > LONGEST_HEAD) {
        throw new BadRequestException(431, "the headers are too long");
      }
      return false;
    }
    String text = new String(bytes, 0, at, StandardCharsets.ISO_8859_1);
    String[] lines = text.split("\r\n", -1);
    String[] start = lines[0].split(" ", -1);
    if (start.length != 3 || !start[2].startsWith("HTTP/1.")) {
      throw new BadRequestException(400, "not a request: " + lines[0]);
    }
    Map<String, List<String>> headers = headers(lines);
    head = new Request(start[0], start[1], headers, new byte[0]);
    bodyAt = at + 4;
    continueDue = "100-continue".equalsIgnoreCase(head.header("Expect"));
    return true;
  }

  private int indexOfHeadEnd() {
    for (int i = searched; i + 3 < end; i++) {
      if (bytes[i] == '\r'
          && bytes[i + 1] == '\n'
          && bytes[i + 2] == '\r'
          && bytes[i + 3] == '\n') {
        return i;
      }
      searched = i + 1;
    }
    return -1;
  }

  private static Map<String, List<String>> headers(String[] lines) throws BadRequestException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon < 1) {
        throw new BadRequestException(400, "not a header: " + lines[i]);
      }
      headers
          .computeIfAbsent(lines[i].substring(0, colon), name -> new ArrayList<>(1))
          .add(lines[i].substring(colon + 1).strip());
    }
    return headers;
  }

  private @Nullable Request ofLength(Request begun) throws BadRequestException {
    int length = number(begun.header("Content-Length"), 10);
    if (end < bodyAt + length) {
      return null;
    }
    byte[] body = Arrays.copyOfRange(bytes, bodyAt, bodyAt + length);
    drop(bodyAt + length);
    return withBody(begun, body);
  }

  private @Nullable Request chunked(Request begun) throws BadRequestException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int at = bodyAt;
    while (true) {
      int line = lineEnd(at);
      if (line < 0) {
        return null;
      }
      String size = new String(bytes, at, line - at, StandardCharsets.ISO_8859_1);
      int length = number(size.replaceFirst(";.*", "").strip(), 16);
      at = line + 2;
      if (length == 0) {
        return afterTrailers(begun, body, at);
      }
      if (end < at + length + 2) {
        return null;
      }
      body.write(bytes, at, length);
      at += length + 2;
    }
  }

  private @Nullable Request afterTrailers(Request begun, ByteArrayOutputStream body, int begin) {
    int at = begin;
    int line = lineEnd(at);
    while (line > at) {
      at = line + 2;
      line = lineEnd(at);
    }
    if (line < 0) {
      return null;
    }
    drop(line + 2);
    return withBody(begun, body.toByteArray());
  }

  private int lineEnd(int from) {
    for (int i = from; i + 1 < end; i++) {
      if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static int number(@Nullable String text, int radix) throws BadRequestException {
    try {
      int number = text == null ? 0 : Integer.parseInt(text, radix);
      if (number > LONGEST_BODY) {
        throw new BadRequestException(413, "the body is too long");
      }
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw new BadRequestException(400, "not the length of a body: " + text);
  }

  private void drop(int count) {
    System.arraycopy(bytes, count, bytes, 0, end - count);
    end -= count;
    searched = 0;
  }

  private static Request withBody(Request begun, byte[] body) {
    return new Request(begun.method(), begun.target(), begun.headers(), body);
  }
}
