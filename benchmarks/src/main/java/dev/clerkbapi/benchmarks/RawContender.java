package dev.clerkbapi.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The server's ceiling: one socket per thread, always the same request, and a response whose bytes
 * are counted but not parsed. No HTTP client can be faster.
 */
final class RawContender implements Contender {
  private final URI baseUrl;
  private final ThreadLocal<Wire> wires = ThreadLocal.withInitial(this::connect);

  RawContender(String baseUrl) {
    this.baseUrl = URI.create(baseUrl);
  }

  @Override
  public Object getUser(String id) throws IOException {
    return wires.get().exchange(id);
  }

  private Wire connect() {
    try {
      return new Wire(new Socket(baseUrl.getHost(), baseUrl.getPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection, and the length of a response. */
  private static final class Wire {
    private final Socket socket;
    private final byte[] response = new byte[64 * 1024];
    private int length;

    Wire(Socket socket) throws IOException {
      this.socket = socket;
      socket.setTcpNoDelay(true);
    }

    Integer exchange(String id) throws IOException {
      byte[] request =
          ("GET /v1/users/" + id + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII);
      socket.getOutputStream().write(request);
      return length == 0 ? readFirst() : read(length);
    }

    /** A response ends with the brace that ends the user. */
    private Integer readFirst() throws IOException {
      InputStream in = socket.getInputStream();
      int read = 0;
      do {
        read += more(in, read, response.length - read);
      } while (in.available() > 0 || response[read - 1] != '}');
      length = read;
      return read;
    }

    private Integer read(int expected) throws IOException {
      InputStream in = socket.getInputStream();
      int read = 0;
      while (read < expected) {
        read += more(in, 0, expected - read);
      }
      return read;
    }

    private int more(InputStream in, int offset, int most) throws IOException {
      int read = in.read(response, offset, most);
      if (read == -1) {
        throw new IOException("the server closed the connection");
      }
      return read;
    }
  }
}
