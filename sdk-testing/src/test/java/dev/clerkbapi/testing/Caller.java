package dev.clerkbapi.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Sends requests to a fake with the JDK's own client. */
final class Caller {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final FakeBapi bapi;

  Caller(FakeBapi bapi) {
    this.bapi = bapi;
  }

  /** An answer: status, body, headers. */
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
    return send("GET", path, "Bearer " + bapi.secretKey());
  }

  Reply post(String path) throws IOException {
    return send("POST", path, "Bearer " + bapi.secretKey());
  }

  Reply send(String method, String path, String authorization) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(bapi.baseUrl() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body(), response);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
