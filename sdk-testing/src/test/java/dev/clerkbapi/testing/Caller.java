package dev.clerkbapi.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** Sends requests to a fake with the JDK's own client. */
final class Caller {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final FakeBapi bapi;
  private final String key;

  Caller(FakeBapi bapi) {
    this(bapi, bapi.secretKey());
  }

  private Caller(FakeBapi bapi, String key) {
    this.bapi = bapi;
    this.key = key;
  }

  /** Returns one with another key. */
  Caller as(String otherKey) {
    return new Caller(bapi, otherKey);
  }

  /** A response: status, body, headers. */
  record Reply(int status, String body, HttpResponse<String> response) {
    JsonNode json() {
      try {
        return MAPPER.readTree(body);
      } catch (IOException e) {
        throw new AssertionError(body, e);
      }
    }

    String code() {
      return json().at("/errors/0/code").asText();
    }
  }

  Reply get(String path) throws IOException {
    return send("GET", path, "Bearer " + key);
  }

  Reply post(String path) throws IOException {
    return send("POST", path, "Bearer " + key);
  }

  Reply send(String method, String path, String authorization) throws IOException {
    try {
      return reply(
          HTTP.send(request(method, path, authorization), HttpResponse.BodyHandlers.ofString()));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Reply send(String method, String path, String type, String body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(bapi.baseUrl() + path))
            .header("Authorization", "Bearer " + key)
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    try {
      return reply(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Sends without waiting for the response. */
  CompletableFuture<Reply> postLater(String path) {
    HttpRequest request = request("POST", path, "Bearer " + key);
    return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(Caller::reply);
  }

  private HttpRequest request(String method, String path, String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(bapi.baseUrl() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return request.build();
  }

  private static Reply reply(HttpResponse<String> response) {
    return new Reply(response.statusCode(), response.body(), response);
  }
}
