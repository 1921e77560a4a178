package dev.clerkbapi.benchmarks;

import java.io.IOException;
import org.openjdk.jol.info.GraphLayout;

/**
 * The memory that a decoded user holds: the objects that can be reached from it, without those that
 * another user shares with it. Prints a line for each contender and user: both names, bytes.
 */
public final class Held {
  private Held() {}

  public static void main(String[] args) throws IOException {
    for (String user : new String[] {"full", "plain"}) {
      byte[] json = SampleUsers.named(user);
      System.out.println("held sdk " + user + " " + bytes(new SdkCodec(), json));
      System.out.println("held peer " + user + " " + bytes(new PeerCodec(), json));
    }
  }

  static long bytes(Codec codec, byte[] json) throws IOException {
    Object one = codec.decode(json);
    Object two = codec.decode(json);
    return GraphLayout.parseInstance(one, two).totalSize()
        - GraphLayout.parseInstance(two).totalSize();
  }
}
