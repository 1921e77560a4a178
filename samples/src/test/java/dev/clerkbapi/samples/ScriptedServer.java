package dev.clerkbapi.samples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clerkbapi.ClerkClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Responds with what it was given, in that order, and keeps the requests. For what the fake does not hold. */
final class ScriptedServer implements AutoCloseable {
  private final HttpServer server;
  private final Deque<Response> responses = new ArrayDeque<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private record Response(int status, String json) {}

  ScriptedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::respond);
    server.start();
  }

  ScriptedServer then(int status, String json) {
    responses.add(new Response(status, json));
    return this;
  }

  ClerkClient client() {
    String baseUrl = "http://localhost:" + server.getAddress().getPort() + "/v1";
    return ClerkClient.builder().secretKey("sk_test_samples").baseUrl(baseUrl).build();
  }

  /** Method, path and body of each request. */
  List<String> requests() {
    return requests;
  }

  private void respond(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
    requests.add(
        exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + " " + body);
    Response response = responses.isEmpty() ? new Response(404, "{}") : responses.remove();
    byte[] json = response.json().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(response.status(), json.length);
    exchange.getResponseBody().write(json);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
