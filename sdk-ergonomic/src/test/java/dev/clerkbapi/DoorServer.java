package dev.clerkbapi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A server on a free port that deals with each connection at the door: as soon as it is there,
 * before a request was read.
 */
final class DoorServer implements AutoCloseable {
  private static final int MILLISECONDS_AT_MOST = 60_000;

  private final ServerSocket server;
  private final RawServer.Answer welcome;
  private final AtomicInteger connections = new AtomicInteger();

  /** After the welcome the connection is closed. */
  DoorServer(RawServer.Answer welcome) throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.welcome = welcome;
    Thread thread = new Thread(this::accept, "door-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** What a client that wants TLS says first is read, and answered with these bytes. */
  static RawServer.Answer afterClientHello(String bytes) {
    return (socket, out) -> {
      int read = socket.getInputStream().read(new byte[16 * 1024]);
      if (read > 0) {
        RawServer.bytes(bytes).write(socket, out);
      }
    };
  }

  /**
   * A request came, and the connection is reset without reading it. A reset before the request came
   * could also hit the client while it still connects.
   */
  static RawServer.Answer resetUnread() {
    return (socket, out) -> {
      for (int i = 0; i < MILLISECONDS_AT_MOST && socket.getInputStream().available() == 0; i++) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
      RawServer.reset().write(socket, out);
    };
  }

  int port() {
    return server.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        connections.incrementAndGet();
        welcome.write(socket, socket.getOutputStream());
      } catch (IOException e) {
        // The client left, or the test is over.
      }
    }
  }
}
