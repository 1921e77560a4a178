package dev.clerkbapi.benchmarks.road;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Responds over TLS, HTTP/2 by ALPN or HTTP/1.1, and gzip with a user, on one thread and without
 * work of its own: headers are encoded, and everything else is ready.
 */
public final class RoadServer implements AutoCloseable {
  /** So many may be under way at once on a connection, which is a usual limit. */
  private static final int STREAMS = 128;

  private final EventLoopGroup thread =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Traffic traffic = new Traffic();
  private final Users users = new Users();
  private final Channel channel;

  /**
   * @param folder for the files by which clients trust its certificate
   */
  public RoadServer(Path folder) throws IOException {
    Trust trust = new Trust();
    trust.write(folder);
    channel =
        new ServerBootstrap()
            .group(thread)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 1024)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(connections(trust.server()))
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  /**
   * Serves until the process that started this one ends. For each line that comes, prints the
   * {@link Traffic#counts}.
   */
  public static void main(String[] args) throws IOException {
    try (RoadServer server = new RoadServer(Path.of(args[0]));
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println(server.baseUrl());
      while (in.readLine() != null) {
        System.out.println(server.counts());
      }
    }
  }

  public String baseUrl() {
    return "https://localhost:" + ((InetSocketAddress) channel.localAddress()).getPort() + "/v1";
  }

  String counts() {
    return traffic.counts();
  }

  @Override
  public void close() {
    channel.close().syncUninterruptibly();
    var unused = thread.shutdownGracefully();
  }

  private ChannelInitializer<SocketChannel> connections(SslContext tls) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(SocketChannel connection) {
        connection.pipeline().addLast(traffic, tls.newHandler(connection.alloc()), protocols());
      }
    };
  }

  private ApplicationProtocolNegotiationHandler protocols() {
    return new ApplicationProtocolNegotiationHandler(ApplicationProtocolNames.HTTP_1_1) {
      @Override
      protected void configurePipeline(ChannelHandlerContext context, String protocol) {
        if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
          Http2Settings settings = Http2Settings.defaultSettings().maxConcurrentStreams(STREAMS);
          context
              .pipeline()
              .addLast(
                  Http2FrameCodecBuilder.forServer().initialSettings(settings).build(),
                  new Http2Responder(users));
        } else {
          context.pipeline().addLast(new HttpServerCodec(), new Http1Responder(users));
        }
      }
    };
  }
}
