package dev.clerkbapi.benchmarks.road;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/** The same on an HTTP/1.1 connection, for clients that do not speak HTTP/2. */
final class Http1Responder extends SimpleChannelInboundHandler<Object> {
  private final Users users;

  Http1Responder(Users users) {
    this.users = users;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      boolean gzip = Users.acceptsGzip(request.headers().get("accept-encoding"));
      Users.respond(
          context,
          request.uri(),
          () -> {
            var unused = context.writeAndFlush(response(gzip));
          });
    }
  }

  private FullHttpResponse response(boolean gzip) {
    ByteBuf body = users.body(gzip);
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, body);
    response
        .headers()
        .set("content-type", "application/json")
        .set("cf-ray", Users.RAY)
        .set("content-length", body.readableBytes());
    if (gzip) {
      response.headers().set("content-encoding", "gzip");
    }
    return response;
  }
}
