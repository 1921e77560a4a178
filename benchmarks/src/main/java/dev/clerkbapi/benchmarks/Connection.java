package dev.clerkbapi.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One connection to the fake server, on which requests come one by one and without a body. */
final class Connection {
  private static final int LONGEST_HEAD = 8192;

  private final SocketChannel channel;
  private final SelectionKey key;
  private final Responses responses;
  private final byte[] head = new byte[LONGEST_HEAD];
  private final ByteBuffer in = ByteBuffer.allocateDirect(LONGEST_HEAD);
  private @Nullable ByteBuffer out;

  Connection(SocketChannel channel, SelectionKey key, Responses responses) {
    this.channel = channel;
    this.key = key;
    this.responses = responses;
  }

  void proceed() throws IOException {
    ByteBuffer unsent = out;
    if (unsent != null) {
      send(unsent);
    } else if (channel.read(in) == -1) {
      channel.close();
    } else if (isHead()) {
      String target = target();
      in.clear();
      send(responses.to(target));
    }
  }

  private boolean isHead() {
    int end = in.position();
    return end >= 4 && in.getInt(end - 4) == 0x0d0a0d0a; // Two line ends
  }

  private String target() {
    in.flip().get(head, 0, in.limit());
    int start = indexOfSpace(0) + 1;
    return new String(head, start, indexOfSpace(start) - start, StandardCharsets.ISO_8859_1);
  }

  private int indexOfSpace(int from) {
    int i = from;
    while (head[i] != ' ') {
      i++;
    }
    return i;
  }

  private void send(ByteBuffer response) throws IOException {
    channel.write(response);
    boolean done = !response.hasRemaining();
    out = done ? null : response;
    int wanted = done ? SelectionKey.OP_READ : SelectionKey.OP_WRITE;
    if (key.interestOps() != wanted) {
      key.interestOps(wanted);
    }
  }
}
