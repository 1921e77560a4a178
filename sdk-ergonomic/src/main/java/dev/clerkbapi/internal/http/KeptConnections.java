package dev.clerkbapi.internal.http;

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
 * Remembers which connections were used before, and checks whether the server has closed one since.
 * OkHttp checks only connections that were idle for 10 s or longer. On one that was closed sooner,
 * a request would be sent that no server receives, which looks the same as a lost response.
 *
 * <p>HTTP/1.1 only: OkHttp reads an HTTP/2 connection all the time, so it knows when it ends.
 */
final class KeptConnections {
  private static final int SHORTEST_WAIT_MILLIS = 1;

  /** For all clients, because those with the same HTTP client of a caller share connections. */
  private static final Set<Connection> USED =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private KeptConnections() {}

  /** Marks a connection as used; returns whether it was used before and is HTTP/1.1. */
  static boolean use(Connection connection) {
    Protocol protocol = connection.protocol();
    boolean oneByOne = protocol == Protocol.HTTP_1_1 || protocol == Protocol.HTTP_1_0;
    return oneByOne && !USED.add(connection);
  }

  /**
   * Waits for a millisecond for something to read before the next request. If there is something,
   * it is the end of the connection or an unexpected response, so no further request can be sent on
   * it. If not, nothing was read, so nothing is lost. Messages of TLS itself, such as new session
   * tickets, are handled on the way.
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
    } catch (IOException e) { // Reset, or closed on this side.
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
