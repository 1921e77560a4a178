package dev.clerkbapi.benchmarks.road;

import dev.clerkbapi.benchmarks.SampleUsers;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The one response, compressed once: {@code /after-5-ms/v1/..} comes five milliseconds later. */
final class Users {
  static final String RAY = "0123456789abcdef-LHR";
  private static final String AFTER = "/after-";

  private final ByteBuf plain = Unpooled.directBuffer();
  private final ByteBuf gzip = Unpooled.directBuffer();

  Users() throws IOException {
    byte[] user = SampleUsers.full();
    plain.writeBytes(user);
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(user);
    }
    gzip.writeBytes(compressed.toByteArray());
  }

  ByteBuf body(boolean compressed) {
    return (compressed ? gzip : plain).retainedDuplicate();
  }

  static boolean acceptsGzip(@Nullable CharSequence accepted) {
    return accepted != null && accepted.toString().contains("gzip");
  }

  /** Runs at once, or as many milliseconds later as the path says. */
  static void respond(ChannelHandlerContext context, CharSequence path, Runnable response) {
    String text = path.toString();
    if (text.startsWith(AFTER)) {
      int delay =
          Integer.parseInt(text.substring(AFTER.length(), text.indexOf('-', AFTER.length())));
      var unused = context.executor().schedule(response, delay, TimeUnit.MILLISECONDS);
    } else {
      response.run();
    }
  }
}
