package dev.clerkbapi.benchmarks;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * The ceiling of the server that speaks HTTP/2: a connection over the JDK's TLS per thread, one
 * request at a time, always the same, and a response whose frames are counted but not read.
 */
final class RawHttp2Contender implements Contender {
  private final URI baseUrl;
  private final ThreadLocal<Wire> wires = ThreadLocal.withInitial(this::connect);

  RawHttp2Contender(String baseUrl) {
    this.baseUrl = URI.create(baseUrl);
  }

  @Override
  public Object getUser(String id) throws IOException {
    return wires.get().exchange();
  }

  private Wire connect() {
    try {
      SSLSocket socket =
          (SSLSocket)
              SSLSocketFactory.getDefault().createSocket(baseUrl.getHost(), baseUrl.getPort());
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2"});
      socket.setSSLParameters(parameters);
      socket.setTcpNoDelay(true);
      return new Wire(socket, baseUrl.getPath() + "/users/user_1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection, by RFC 9113. */
  private static final class Wire {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int WINDOW_UPDATE = 8;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int WINDOW = 0x3fffffff;
    private static final int INITIAL_WINDOW_SIZE = 4;

    private final SSLSocket socket;
    private final DataInputStream in;
    private final byte[] headers;
    private final byte[] payload = new byte[1 << 14];
    private int stream = 1;
    private long received;

    Wire(SSLSocket socket, String path) throws IOException {
      this.socket = socket;
      this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 15));
      this.headers = headers(path);
      byte[] preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      ByteBuffer start = ByteBuffer.allocate(100).put(preface);
      head(start, 6, SETTINGS, 0, 0).putShort((short) INITIAL_WINDOW_SIZE).putInt(WINDOW);
      head(start, 0, SETTINGS, 1, 0); // Acknowledges the server's, which cannot surprise.
      send(window(start));
    }

    Long exchange() throws IOException {
      ByteBuffer request = ByteBuffer.allocate(200);
      head(request, headers.length, HEADERS, END_STREAM | END_HEADERS, stream).put(headers);
      if (received > WINDOW / 2) {
        received = 0;
        window(request);
      }
      send(request);
      stream += 2;
      while (!readFrame()) {
        // Until the last one of the response.
      }
      return received;
    }

    private boolean readFrame() throws IOException {
      int lengthAndType = in.readInt();
      int length = lengthAndType >>> 8;
      int type = lengthAndType & 0xff;
      int flags = in.readUnsignedByte();
      in.readInt();
      in.readFully(payload, 0, length);
      if (type == GOAWAY) {
        throw new IOException("the server ended the connection");
      }
      received += length;
      return type == DATA && (flags & END_STREAM) != 0;
    }

    private static ByteBuffer window(ByteBuffer to) {
      return head(to, 4, WINDOW_UPDATE, 0, 0).putInt(WINDOW);
    }

    private static ByteBuffer head(
        ByteBuffer to, int length, int type, int flags, int streamOrZero) {
      return to.putInt(length << 8 | type).put((byte) flags).putInt(streamOrZero);
    }

    private void send(ByteBuffer bytes) throws IOException {
      socket.getOutputStream().write(written(bytes));
    }

    /** By RFC 7541: GET, https, and two literals that nobody remembers. */
    private static byte[] headers(String path) {
      byte[] target = path.getBytes(StandardCharsets.US_ASCII);
      byte[] gzip = "gzip".getBytes(StandardCharsets.US_ASCII);
      ByteBuffer block = ByteBuffer.allocate(100);
      block.put((byte) 0x82).put((byte) 0x87);
      block.put((byte) 0x04).put((byte) target.length).put(target);
      block.put((byte) 0x0f).put((byte) 1).put((byte) gzip.length).put(gzip); // accept-encoding
      return written(block);
    }

    private static byte[] written(ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.position()];
      buffer.flip().get(bytes);
      return bytes;
    }
  }
}
