package dev.clerkbapi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/**
 * A server on a free port that writes exactly the bytes it is told to, which no HTTP server does.
 * The n-th request, over all connections, gets the n-th answer; the last answer goes on for ever.
 */
final class RawServer implements AutoCloseable {
  private static final int SECONDS_AT_MOST = 60;

  /** What happens once a request, which has no body, was read. */
  interface Answer {
    void write(Socket socket, OutputStream out) throws IOException;
  }

  private final ServerSocket server;
  private final List<Answer> answers;
  private final List<String> requests = new ArrayList<>();
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final CountDownLatch firstRequest = new CountDownLatch(1);

  RawServer(Answer... answers) throws IOException {
    this(ServerSocketFactory.getDefault(), answers);
  }

  RawServer(ServerSocketFactory sockets, Answer... answers) throws IOException {
    this.server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.answers = List.of(answers);
    start(this::accept);
  }

  String baseUrl() {
    return "http://127.0.0.1:" + port() + "/v1";
  }

  int port() {
    return server.getLocalPort();
  }

  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  int connections() {
    return sockets.size();
  }

  /** Those that neither side has ended. */
  long openConnections() {
    return sockets.stream().filter(socket -> !socket.isClosed()).count();
  }

  void awaitRequest() throws InterruptedException {
    if (!firstRequest.await(SECONDS_AT_MOST, TimeUnit.SECONDS)) {
      throw new AssertionError("No request came");
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /** An answer with these bytes, after which the connection stays open. */
  static Answer bytes(String bytes) {
    return (socket, out) -> out.write(bytes.getBytes(StandardCharsets.UTF_8));
  }

  static Answer http(String status, String body, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    head.append("Content-Type: application/json\r\nContent-Length: ").append(length);
    return bytes(head.append("\r\n\r\n").append(body).toString());
  }

  static Answer user() {
    return http("200 OK", Fixtures.USER);
  }

  /** These bytes, and then the end of the connection. */
  static Answer cutOff(String bytes) {
    return (socket, out) -> {
      out.write(bytes.getBytes(StandardCharsets.UTF_8));
      socket.close();
    };
  }

  /** Ends the connection without an answer, with RST instead of FIN. */
  static Answer reset() {
    return (socket, out) -> {
      socket.setSoLinger(true, 0);
      socket.close();
    };
  }

  /** Keeps the connection and says nothing, or nothing more. */
  static Answer silence() {
    return bytes("");
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        start(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      OutputStream out = socket.getOutputStream();
      while (!socket.isClosed()) {
        String request = readHead(in);
        if (request.isEmpty()) {
          return;
        }
        answer(request).write(socket, out);
      }
    } catch (IOException e) {
      // The client left, or the test is over.
    }
  }

  private synchronized Answer answer(String request) {
    requests.add(request);
    firstRequest.countDown();
    return answers.get(Math.min(requests.size(), answers.size()) - 1);
  }

  private static String readHead(BufferedReader in) throws IOException {
    StringBuilder head = new StringBuilder();
    String line = in.readLine();
    while (line != null && !line.isEmpty()) {
      head.append(line).append('\n');
      line = in.readLine();
    }
    return head.toString();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }
}
