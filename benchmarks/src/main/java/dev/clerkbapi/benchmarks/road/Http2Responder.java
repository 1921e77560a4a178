package dev.clerkbapi.benchmarks.road;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2Frame;
import io.netty.handler.codec.http2.Http2FrameStream;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import java.util.Objects;

/** Responds to each request on an HTTP/2 connection with the user. */
final class Http2Responder extends SimpleChannelInboundHandler<Http2Frame> {
  private final Users users;

  Http2Responder(Users users) {
    this.users = users;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Http2Frame frame) {
    if (frame instanceof Http2HeadersFrame request) {
      boolean gzip = Users.acceptsGzip(request.headers().get("accept-encoding"));
      Http2FrameStream stream = Objects.requireNonNull(request.stream());
      Users.respond(context, request.headers().path(), () -> respond(context, stream, gzip));
    }
  }

  private void respond(ChannelHandlerContext context, Http2FrameStream stream, boolean gzip) {
    Http2Headers headers =
        new DefaultHttp2Headers(false)
            .status("200")
            .add("content-type", "application/json")
            .add("cf-ray", Users.RAY);
    if (gzip) {
      headers.add("content-encoding", "gzip");
    }
    var unused = context.write(new DefaultHttp2HeadersFrame(headers).stream(stream));
    unused =
        context.writeAndFlush(new DefaultHttp2DataFrame(users.body(gzip), true).stream(stream));
  }
}
