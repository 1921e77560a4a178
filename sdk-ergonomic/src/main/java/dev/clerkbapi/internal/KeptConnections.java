package dev.clerkbapi.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import okhttp3.Connection;
import okhttp3.Protocol;

/**
 * Knows which connections were used before, and finds out whether the server has closed one since.
 * OkHttp does so for connections that were idle for 10 s or longer; on one that was closed sooner,
 * a request would leave that nobody receives, and nobody could tell that from a lost response.
 *
 * <p>HTTP/1.1 only: an HTTP/2 connection is read all the time, so OkHttp knows when it ends.
 */
final class KeptConnections {
  private static final int SHORTEST_WAIT_MILLIS = 1;

  /** Of all clients, because those over one HTTP client of a caller share its connections. */
  private static final Set<Connection> USED =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private KeptConnections() {}

  /** Notes that the connection is used; returns whether it was used before and is HTTP/1.1. */
  static boolean use(Connection connection) {
    Protocol protocol = connection.protocol();
    boolean oneByOne = protocol == Protocol.HTTP_1_1 || protocol == Protocol.HTTP_1_0;
    return oneByOne && !USED.add(connection);
  }

  /**
   * Waits for a millisecond to see whether there is something to read between a response and the
   * next request. If there is, it is the end, or a response that nobody asked for: no further
   * request can be sent. If there is not, nothing was read, so nothing is lost. What TLS alone has
   * to say, such as new session tickets, is dealt with on the way.
   *
   * @throws InterruptedIOException if the thread is interrupted
   */
  static boolean isClosedByServer(Connection connection) throws InterruptedIOException {
    Socket socket = connection.socket();
    try {
      int timeout = socket.getSoTimeout();
      socket.setSoTimeout(SHORTEST_WAIT_MILLIS);
      if (isSilent(socket)) {
        socket.setSoTimeout(timeout);
        return false;
      }
      return true;
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) { // Reset, or closed by ourselves.
      return true;
    }
  }

  private static boolean isSilent(Socket socket) throws IOException {
    try {
      var unused = socket.getInputStream().read();
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    }
  }
}
