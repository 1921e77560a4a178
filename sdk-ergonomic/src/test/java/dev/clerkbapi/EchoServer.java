package dev.clerkbapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * A server on a free port that answers each request with a user whose ID is the last segment of the
 * request's path. One thread serves thousands of connections.
 */
final class EchoServer implements AutoCloseable {
  private static final int BACKLOG = 4096;
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final Selector selector = Selector.open();
  private final ServerSocketChannel server = ServerSocketChannel.open();
  private final ByteBuffer bytes = ByteBuffer.allocate(16 * 1024);
  private final Thread thread = new Thread(this::serve, "echo-server");

  EchoServer() throws IOException {
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
    thread.setDaemon(true);
    thread.start();
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.socket().getLocalPort() + "/v1";
  }

  @Override
  public void close() throws IOException {
    server.close();
    selector.wakeup();
  }

  private void serve() {
    try (selector) {
      while (server.isOpen()) {
        selector.select(this::serve);
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(SelectionKey key) {
    try {
      if (!key.isValid()) {
        return; // The server was closed.
      } else if (key.isAcceptable()) {
        accept();
      } else {
        answer(key);
      }
    } catch (IOException e) {
      key.cancel(); // The client left.
    }
  }

  private void accept() throws IOException {
    SocketChannel accepted = server.accept();
    while (accepted != null) {
      accepted.configureBlocking(false);
      accepted.register(selector, SelectionKey.OP_READ, "");
      accepted = server.accept();
    }
  }

  private void answer(SelectionKey key) throws IOException {
    SocketChannel client = (SocketChannel) key.channel();
    bytes.clear();
    if (client.read(bytes) == -1) {
      client.close();
      return;
    }
    String head = key.attachment() + StandardCharsets.ISO_8859_1.decode(bytes.flip()).toString();
    key.attach(head);
    if (head.endsWith(END_OF_HEAD)) {
      key.attach("");
      String path = head.substring(0, head.indexOf(" HTTP/1.1"));
      write(client, "{\"id\":\"" + path.substring(path.lastIndexOf('/') + 1) + "\"}");
    }
  }

  private static void write(SocketChannel client, String body) throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + END_OF_HEAD;
    ByteBuffer answer = StandardCharsets.ISO_8859_1.encode(head + body);
    while (answer.hasRemaining()) {
      client.write(answer); // Less than any socket's buffer, which is empty.
    }
  }
}
