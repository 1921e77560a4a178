package dev.clerkbapi.internal.http;

import static dev.clerkbapi.fixtures.Outcomes.failure;
import static dev.clerkbapi.fixtures.Outcomes.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkDecodingException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Responses whose bytes are made to do harm, or which are not what their headers say, give a user
 * or a {@link ClerkException}, as in {@link HostileJsonTest}.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileBytesTest {
  private static final String UTF_8_MARK = "\uFEFF";

  @Test
  void whiteSpaceWithoutEnd_isRefused() throws IOException {
    ClerkException e = failure(HostileBytesTest::hundredMegabytesOfSpaces);

    assertThat(e).isExactlyInstanceOf(ClerkDecodingException.class);
    assertThat(((ClerkDecodingException) e).rawBody()).hasSize(64 * 1024);
  }

  /** Far below the limit on the wire, twice the limit once unpacked. */
  @Test
  void gzipBomb_isRefused() throws IOException {
    byte[] bomb = gzip(32);

    ClerkException e = failure(binary("200 OK", bomb, "Content-Encoding: gzip"));
    assertThat(e).isExactlyInstanceOf(ClerkDecodingException.class);

    assertThat(failure(binary("404 No", bomb, "Content-Encoding: gzip")))
        .isExactlyInstanceOf(ClerkApiException.NotFound.class);
  }

  @Test
  void byteOrderMark_isPassedOver() throws IOException {
    String error = Fixtures.error("some_code");

    assertThat(user(RawServer.http("200 OK", UTF_8_MARK + Fixtures.USER)).id())
        .isEqualTo("user_123");
    ClerkException e = failure(RawServer.http("404 No", UTF_8_MARK + error));
    assertThat(((ClerkApiException) e).hasCode("some_code")).isTrue();
  }

  @Test
  void invalidUtf8_isReplaced() throws IOException {
    byte[] name = "{\"id\":\"user_1\",\"first_name\":\"?\"}".getBytes(StandardCharsets.UTF_8);
    name[name.length - 3] = (byte) 0xff;
    assertThat(user(binary("200 OK", name)).firstName()).isEqualTo("\uFFFD");

    byte[] error = Fixtures.error("c?de").getBytes(StandardCharsets.ISO_8859_1);
    error[new String(error, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xc3;
    ClerkApiException e = (ClerkApiException) failure(binary("404 No", error));
    assertThat(e.hasCode("c\uFFFDde")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "IBM1047"})
  void otherCharset_isDecodingFailure(String charset) throws IOException {
    byte[] body = Fixtures.USER.getBytes(Charset.forName(charset));
    String type = "Content-Type: application/json; charset=" + charset;

    assertThat(failure(binary("200 OK", body, type)))
        .isExactlyInstanceOf(ClerkDecodingException.class);
    assertThat(failure(binary("404 No", body, type)))
        .isExactlyInstanceOf(ClerkApiException.NotFound.class);
  }

  /** JSON is UTF-8, whatever a header says of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=none-such",
        "application/json; charset=",
        "application/json; charset=utf-16",
        "application/json; charset=\"",
        "text/html; charset=iso-8859-1; charset=utf-7",
        ";;;",
        "/",
        "\u00e4\u00f6\u00fc"
      })
  void oddContentType_isPassedOver(String type) throws IOException {
    String header = "Content-Type: " + type;

    assertThat(user(binary("200 OK", utf8(Fixtures.USER), header)).id()).isEqualTo("user_123");
    ClerkException e = failure(binary("404 No", utf8(Fixtures.error("some_code")), header));
    assertThat(((ClerkApiException) e).hasCode("some_code")).isTrue();
    assertThat(failure(binary("404 No", utf8("?"), header)))
        .isExactlyInstanceOf(ClerkApiException.NotFound.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "gzip, gzip", "none-such"})
  void oddEncoding_isNotTakenForJson(String encoding) throws IOException {
    byte[] noise = gzip(1);
    String header = "Content-Encoding: " + encoding;

    assertThat(failure(binary("200 OK", noise, header)))
        .isExactlyInstanceOf(ClerkDecodingException.class);
    assertThat(failure(binary("404 No", noise, header)))
        .isExactlyInstanceOf(ClerkApiException.NotFound.class);
  }

  static List<String> oddHeads() {
    return List.of(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n{",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 900\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{}",
        "HTTP/1.1 200 OK\r\n: no name\r\nno colon\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 -99 OK\r\n\r\n",
        "HTTP/1.1 000 OK\r\n\r\n",
        "HTTP/9.9 200 OK\r\n\r\n{}",
        "\u0000\u0000\u0000");
  }

  @ParameterizedTest
  @MethodSource("oddHeads")
  void oddHead_isClerkException(String bytes) throws IOException {
    assertThat(failure(RawServer.cutOff(bytes))).isNotNull();
  }

  @Test
  void headWithoutEnd_isClerkException() throws IOException {
    String line = "X-Filler: " + "x".repeat(1000) + "\r\n";
    String head = "HTTP/1.1 200 OK\r\n" + line.repeat(1000) + "\r\n" + Fixtures.USER;

    assertThat(failure(RawServer.cutOff(head))).isNotNull();
  }

  private static RawServer.Response binary(String status, byte[] body, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    return (socket, out) -> {
      out.write(utf8(head.toString()));
      out.write(body);
    };
  }

  private static void hundredMegabytesOfSpaces(Socket socket, OutputStream out) throws IOException {
    byte[] megabyte = utf8(" ".repeat(1_000_000));
    out.write(utf8("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n"));
    for (int i = 0; i < 100; i++) {
      out.write(megabyte);
    }
  }

  private static byte[] gzip(int megabytes) throws IOException {
    byte[] megabyte = utf8(" ".repeat(1_000_000));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < megabytes; i++) {
        out.write(megabyte);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
