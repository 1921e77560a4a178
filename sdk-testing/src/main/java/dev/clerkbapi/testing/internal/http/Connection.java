package dev.clerkbapi.testing.internal.http;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A client's connection. It reads no further request before it has responded to the last one. */
final class Connection {
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 \r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

  private final SocketChannel channel;
  private final SelectionKey key;
  private final RequestReader reader = new RequestReader();
  private ByteBuffer out = ByteBuffer.allocate(0);
  private @Nullable Request pending;
  private boolean closesAfterwards;

  Connection(SocketChannel channel, SelectionKey key) {
    this.channel = channel;
    this.key = key;
  }

  /** Returns the request that is complete with what has arrived, or null. */
  @Nullable Request read(ByteBuffer buffer) throws IOException {
    buffer.clear();
    if (channel.read(buffer) < 0) {
      close();
      return null;
    }
    reader.append(buffer.flip());
    return next();
  }

  /** Returns a request that arrived before the last response was sent, or null. */
  @Nullable Request next() throws IOException {
    if (pending != null || out.hasRemaining() || !channel.isOpen()) {
      return null;
    }
    try {
      pending = reader.next();
    } catch (BadRequestException e) {
      closesAfterwards = true;
      Response refusal =
          new Response(
              e.status(),
              Map.of(),
              String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
      write(refusal.bytes(true, false));
      return null;
    }
    if (reader.takeContinue() && pending == null) {
      write(CONTINUE);
    }
    if (pending != null) {
      key.interestOps(0);
    }
    return pending;
  }

  void respond(Response response) throws IOException {
    Request request = pending;
    pending = null;
    closesAfterwards = request == null || "close".equalsIgnoreCase(request.header("Connection"));
    switch (response.ending()) {
      case RESPONSE -> {
        boolean withBody = request == null || !request.method().equals("HEAD");
        write(response.bytes(withBody, !closesAfterwards));
      }
      case RESET -> reset();
      case NOTHING -> close();
      case GARBAGE -> {
        closesAfterwards = true;
        write(garbage());
      }
    }
  }

  /** Goes on writing a response that was too long for the socket. */
  void write() throws IOException {
    channel.write(out);
    if (out.hasRemaining()) {
      key.interestOps(SelectionKey.OP_WRITE);
    } else if (closesAfterwards) {
      close();
    } else {
      key.interestOps(SelectionKey.OP_READ);
    }
  }

  void close() throws IOException {
    key.cancel();
    channel.close();
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  private void write(byte[] bytes) throws IOException {
    out = ByteBuffer.wrap(bytes);
    write();
  }

  private void reset() throws IOException {
    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    close();
  }

  /** The same bytes ever; they begin with none of HTTP's letters. */
  private static byte[] garbage() {
    byte[] bytes = new byte[200];
    new Random(1).nextBytes(bytes);
    bytes[0] = 0;
    return bytes;
  }
}
