package dev.clerkbapi.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkDecodingException;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.RawServer.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** How much of a response is read, counted after decompression. */
class ResponseSizeTest {
  private static final int MEBIBYTE = 1024 * 1024;

  @Test
  void bodyAtTheLimit_isRead() throws IOException {
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = client(server, bytes(Fixtures.USER))) {
      assertThat(clerk.users().getUser("user_1").id()).isEqualTo("user_123");
    }
  }

  @Test
  void bodyBeyondTheLimit_isDecodingFailure() throws IOException {
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = client(server, bytes(Fixtures.USER) - 1)) {
      assertThat(decodingFailure(clerk).rawBody()).isNotEmpty();
    }
  }

  @Test
  void smallBodyThatUnpacksToMuch_isDecodingFailure() throws IOException {
    byte[] bomb = spacesPacked(64 * MEBIBYTE);
    assertThat(bomb.length).isLessThan(MEBIBYTE);
    try (RawServer server = new RawServer(packed("200 OK", bomb));
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      assertThat(decodingFailure(clerk).status()).isEqualTo(200);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void errorResponseThatUnpacksToMuch_keepsItsStatus() throws IOException {
    try (RawServer server = new RawServer(packed("404 No", spacesPacked(64 * MEBIBYTE)));
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      assertThat(errorResponse(clerk)).isExactlyInstanceOf(ClerkApiException.NotFound.class);
    }
  }

  @Test
  void bodyOfErrorResponse_isCutAtTheLimit() throws IOException {
    String error = Fixtures.error("some_code");
    try (RawServer server = new RawServer(RawServer.http("404 No", error));
        ClerkClient whole = client(server, bytes(error));
        ClerkClient cut = client(server, error.indexOf("clerk_trace_id"))) {
      assertThat(errorResponse(whole).traceId()).contains("trace_1");
      assertThat(errorResponse(cut).traceId()).isEmpty();
      assertThat(errorResponse(cut).hasCode("some_code")).isTrue();
    }
  }

  @Test
  void impossibleLimit_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClerkClient.builder().maxResponseBytes(0));
  }

  private static ClerkDecodingException decodingFailure(ClerkClient clerk) {
    return catchThrowableOfType(
        ClerkDecodingException.class, () -> clerk.users().getUser("user_1"));
  }

  private static ClerkApiException errorResponse(ClerkClient clerk) {
    return catchThrowableOfType(ClerkApiException.class, () -> clerk.users().getUser("user_1"));
  }

  private static ClerkClient client(RawServer server, int atMost) {
    return Fixtures.client(server.baseUrl()).maxResponseBytes(atMost).build();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Response packed(String status, byte[] body) {
    String head =
        "HTTP/1.1 " + status + "\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length;
    return (socket, out) -> {
      out.write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(body);
    };
  }

  private static byte[] spacesPacked(int count) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] spaces = " ".repeat(MEBIBYTE).getBytes(StandardCharsets.US_ASCII);
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      for (int i = 0; i < count / MEBIBYTE; i++) {
        out.write(spaces);
      }
    }
    return packed.toByteArray();
  }
}
