package dev.clerkbapi.benchmarks.road;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts connections, and the bytes sent on them. */
@ChannelHandler.Sharable
final class Traffic extends ChannelDuplexHandler {
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final LongAdder bytes = new LongAdder();

  /** Returns: connections so far, those that are open, bytes sent so far. */
  String counts() {
    return accepted + " " + open + " " + bytes;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    accepted.incrementAndGet();
    open.incrementAndGet();
    context.fireChannelActive();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    open.decrementAndGet();
    context.fireChannelInactive();
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof ByteBuf buffer) {
      bytes.add(buffer.readableBytes());
    }
    var unused = context.write(message, promise);
  }
}
