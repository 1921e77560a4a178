package dev.clerkbapi.testing.internal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Iterator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A server for HTTP/1.1 on a free port of this machine. One thread reads, lets the handler respond,
 * and writes: the handler must not block. Responses that are held back occupy nothing but their
 * connection. The thread is a daemon.
 */
public final class LoopServer implements AutoCloseable {
  // A load test opens all its connections at the same time.
  private static final int CONNECTIONS_AT_ONCE = 1000;

  private final Handler handler;
  private final Selector selector;
  private final ServerSocketChannel listener;
  private final int port;
  private final Thread thread = new Thread(this::run, "fake-bapi");
  private final PriorityQueue<Late> late = new PriorityQueue<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
  private long lateNumbers;
  private volatile boolean closed;

  /** Responds to requests, one at a time. */
  public interface Handler {
    /** Returns the response. */
    Response respond(Request request);
  }

  /** A response that is due later; of two that are due together, the earlier one goes first. */
  private record Late(long dueNanos, long number, Connection connection, Response response)
      implements Comparable<Late> {
    @Override
    public int compareTo(Late other) {
      int byTime = Long.signum(dueNanos - other.dueNanos);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  private LoopServer(Handler handler) throws IOException {
    this.handler = handler;
    this.selector = Selector.open();
    this.listener = ServerSocketChannel.open();
    listener.bind(
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0),
        CONNECTIONS_AT_ONCE);
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
    this.port = listener.socket().getLocalPort();
  }

  /** Starts a server. */
  public static LoopServer start(Handler handler) {
    try {
      LoopServer server = new LoopServer(handler);
      server.thread.setDaemon(true);
      server.thread.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on 127.0.0.1", e);
    }
  }

  /** Returns the port that it listens on. */
  public int port() {
    return port;
  }

  /** Closes all connections, drops what was held back, and waits until the thread has ended. */
  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    boolean interrupted = false;
    while (thread.isAlive() && Thread.currentThread() != thread) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closed) {
        select();
        Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
        while (ready.hasNext()) {
          SelectionKey key = ready.next();
          ready.remove();
          serve(key);
        }
        sendDue();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      closeAll();
    }
  }

  private void select() throws IOException {
    Late first = late.peek();
    if (first == null) {
      selector.select();
      return;
    }
    long nanos = first.dueNanos() - System.nanoTime();
    if (nanos > 0) {
      selector.select(nanos / 1_000_000 + 1);
    } else {
      selector.selectNow();
    }
  }

  private void serve(SelectionKey key) throws IOException {
    if (key.isValid() && key.isAcceptable()) {
      accept();
    } else if (key.isValid() && key.attachment() instanceof Connection connection) {
      serve(key, connection);
    }
  }

  private void accept() throws IOException {
    for (SocketChannel channel = listener.accept(); channel != null; channel = listener.accept()) {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
      key.attach(new Connection(channel, key));
    }
  }

  private void serve(SelectionKey key, Connection connection) throws IOException {
    try {
      Request request = null;
      if (key.isWritable()) {
        connection.write();
        request = connection.next();
      } else if (key.isReadable()) {
        request = connection.read(buffer);
      }
      respondToAll(connection, request);
    } catch (IOException e) {
      connection.close(); // The client has gone.
    }
  }

  /** Responds to a request, and to those that were sent after it without waiting. */
  private void respondToAll(Connection connection, @Nullable Request first) throws IOException {
    Request request = first;
    while (request != null) {
      Response response = handler.respond(request);
      if (!response.delay().isZero()) {
        long due = System.nanoTime() + response.delay().toNanos();
        late.add(new Late(due, lateNumbers++, connection, response));
        return;
      }
      connection.respond(response);
      request = connection.next();
    }
  }

  private void sendDue() throws IOException {
    long now = System.nanoTime();
    for (Late first = late.peek();
        first != null && first.dueNanos() - now <= 0;
        first = late.peek()) {
      late.remove();
      Connection connection = first.connection();
      try {
        if (connection.isOpen()) {
          connection.respond(first.response());
          respondToAll(connection, connection.next());
        }
      } catch (IOException e) {
        connection.close(); // The client has gone.
      }
    }
  }

  private void closeAll() {
    try {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
