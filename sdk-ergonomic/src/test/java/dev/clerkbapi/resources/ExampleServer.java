package dev.clerkbapi.resources;

import com.squareup.moshi.Moshi;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Responds to each operation with an example, and keeps the last request. */
final class ExampleServer implements AutoCloseable {
  static {
    // Otherwise the body waits until the headers are acknowledged, for 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final DescribedApi api;
  private final Function<DescribedOperation, Response> responses;
  private volatile Received last;

  /** A request that came in. */
  record Received(
      DescribedOperation operation,
      String query,
      String contentType,
      String authorization,
      String path,
      String body) {}

  /** {@code json} is null where there is no body. */
  record Response(int status, String json) {}

  /** Responds with what {@link Examples} makes up. */
  ExampleServer(DescribedApi api) throws IOException {
    this(api, responsesOf(new Examples(api)));
  }

  ExampleServer(DescribedApi api, Function<DescribedOperation, Response> responses)
      throws IOException {
    this.api = api;
    this.responses = responses;
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

  private static Function<DescribedOperation, Response> responsesOf(Examples examples) {
    return operation -> {
      Object example = examples.response(operation);
      return example == null
          ? new Response(204, null)
          : new Response(200, new Moshi.Builder().build().adapter(Object.class).toJson(example));
    };
  }

  private void respond(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath().substring("/v1".length());
    DescribedOperation operation = api.addressed(exchange.getRequestMethod(), path);
    last =
        new Received(
            operation,
            String.valueOf(exchange.getRequestURI().getQuery()),
            header(exchange, "Content-Type"),
            header(exchange, "Authorization"),
            path,
            body);
    send(exchange, responses.apply(operation));
    exchange.close();
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }

  private static void send(HttpExchange exchange, Response response) throws IOException {
    if (response.json() == null) {
      exchange.sendResponseHeaders(response.status(), -1);
      return;
    }
    byte[] json = response.json().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(response.status(), json.length);
    exchange.getResponseBody().write(json);
  }
}
