package dev.clerkbapi.testing.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server echoes method, target and body; each test writes its own bytes. */
class LoopServerTest {
  private LoopServer server;
  private Socket socket;

  @BeforeEach
  void start() throws IOException {
    server = LoopServer.start(LoopServerTest::echo);
    socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), server.port());
    socket.setSoTimeout(60_000);
  }

  @AfterEach
  void stop() throws IOException {
    socket.close();
    server.close();
    server.close();
  }

  private static Response echo(Request request) {
    String text = request.method() + " " + request.target() + " " + request.text() + ";";
    int status = request.target().equals("/none") ? 204 : 200;
    Response response =
        new Response(status, Map.of("X-A", "b"), text.getBytes(StandardCharsets.UTF_8));
    return request.target().equals("/late")
        ? response.with(Duration.ofMillis(20), Response.Ending.RESPONSE)
        : response;
  }

  private String send(String... parts) throws IOException, InterruptedException {
    OutputStream out = socket.getOutputStream();
    for (String part : parts) {
      out.write(part.getBytes(StandardCharsets.UTF_8));
      out.flush();
      Thread.sleep(1);
    }
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static final String LAST = "GET /last HTTP/1.1\r\nConnection: close\r\n\r\n";

  @Test
  void requestsWithoutWaiting_getTheirResponsesInOrder_lateOnesToo() throws Exception {
    String all = send("GET /late HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\n" + LAST);
    assertThat(all).containsSubsequence("GET /late ;", "GET /2 ;", "GET /last ;");
    assertThat(all).startsWith("HTTP/1.1 200 \r\nX-A: b\r\nContent-Length: 11\r\n\r\n");
  }

  @Test
  void requestInPieces_isPutTogether() throws Exception {
    String request = "POST /p HTTP/1.1\r\nContent-Length: 4\r\nconnection: close\r\n\r\nböd";
    assertThat(send(request.split(""))).contains("POST /p böd;");
  }

  @Test
  void chunks_areJoined() throws Exception {
    String head = "POST /p HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
    String all = send(head + "3;x=y\r\nabc\r\n", "A\r\n0123456789\r", "\n0\r\nT: r\r\n\r\n" + LAST);
    assertThat(all).containsSubsequence("POST /p abc0123456789;", "GET /last ;");
  }

  @Test
  void waitingSender_isToldToGoOn() throws Exception {
    String head = "POST /p HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    byte[] told = socket.getInputStream().readNBytes("HTTP/1.1 100 \r\n\r\n".length());
    assertThat(new String(told, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 100");
    assertThat(send("x" + LAST)).contains("POST /p x;");
  }

  @Test
  void headAndNoContent_haveNoBody() throws Exception {
    String all = send("HEAD /h HTTP/1.1\r\n\r\nGET /none HTTP/1.1\r\n\r\n" + LAST);
    assertThat(all).doesNotContain("HEAD /h").doesNotContain("GET /none").contains("GET /last ;");
  }

  @Test
  void whatIsNotHttp_is400_andTheEnd() throws Exception {
    assertThat(send("hello\r\n\r\n")).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void longBodies_goThroughInBothDirections() throws Exception {
    String body = "x".repeat(5_000_000);
    String all =
        send("POST /p HTTP/1.1\r\nConnection: close\r\nContent-Length: 5000000\r\n\r\n" + body);
    assertThat(all).hasSizeGreaterThan(5_000_000).endsWith("xxx;");
  }
}
