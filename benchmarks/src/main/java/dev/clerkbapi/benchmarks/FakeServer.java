package dev.clerkbapi.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Responds with users, as fast as one thread can: a response is built once and then only copied to
 * the socket. Supports {@code GET /v1/users/{anything}}, where the ID {@code emails-50} is a user
 * with 50 e-mail addresses, and {@code GET /v1/users?limit=100}.
 */
public final class FakeServer implements AutoCloseable {
  private final Selector selector;
  private final ServerSocketChannel server;
  private final Responses responses = new Responses();
  private final Thread thread = new Thread(this::serve, "fake-server");

  public FakeServer() throws IOException {
    selector = Selector.open();
    server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
    thread.setDaemon(true);
    thread.start();
  }

  /** Serves until the process that started this one ends. */
  public static void main(String[] args) throws IOException {
    try (FakeServer server = new FakeServer()) {
      System.out.println(server.baseUrl());
      Parent.awaitEnd();
    }
  }

  public String baseUrl() {
    return "http://127.0.0.1:" + server.socket().getLocalPort() + "/v1";
  }

  @Override
  public void close() throws IOException {
    selector.close();
    server.close();
  }

  private void serve() {
    try {
      while (selector.isOpen()) {
        selector.select(this::serve);
      }
    } catch (ClosedSelectorException e) {
      // Closed between isOpen() and select().
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        accept();
      } else if (key.attachment() instanceof Connection connection) {
        connection.proceed();
      }
    } catch (IOException e) {
      key.cancel(); // The client closed the connection.
    }
  }

  private void accept() throws IOException {
    SocketChannel channel = server.accept();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
    key.attach(new Connection(channel, key, responses));
  }
}
