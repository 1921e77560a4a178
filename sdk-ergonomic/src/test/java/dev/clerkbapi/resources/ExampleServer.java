package dev.clerkbapi.resources;

import com.squareup.moshi.Moshi;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Responds to each operation with an example, and keeps the last request. */
final class ExampleServer implements AutoCloseable {
  static {
    // Otherwise the body waits until the headers are acknowledged, for 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final DescribedApi api;
  private final Examples examples;
  private volatile Received last;

  /** A request that came in. */
  record Received(
      DescribedOperation operation, String query, String contentType, String path, String body) {}

  ExampleServer(DescribedApi api) throws IOException {
    this.api = api;
    this.examples = new Examples(api);
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::respond);
    server.start();
  }

  String baseUrl() {
    return "http://localhost:" + server.getAddress().getPort() + "/v1";
  }

  /** Returns the request since the last time that this was asked. */
  Received taken() {
    Received request = last;
    last = null;
    return request;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void respond(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath().substring("/v1".length());
    DescribedOperation operation = api.addressed(exchange.getRequestMethod(), path);
    last =
        new Received(
            operation,
            String.valueOf(exchange.getRequestURI().getQuery()),
            String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
            path,
            body);
    Object example = examples.response(operation);
    if (example == null) {
      exchange.sendResponseHeaders(204, -1);
    } else {
      byte[] json =
          new Moshi.Builder()
              .build()
              .adapter(Object.class)
              .toJson(example)
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, json.length);
      exchange.getResponseBody().write(json);
    }
    exchange.close();
  }
}
