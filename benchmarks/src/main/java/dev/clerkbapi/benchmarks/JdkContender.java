package dev.clerkbapi.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The JDK's HTTP client alone: reads the body, decodes nothing. */
final class JdkContender implements Contender {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String users;

  JdkContender(String baseUrl) {
    users = baseUrl + "/users/";
  }

  @Override
  public Object getUser(String id) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(users + id))
            .header("Authorization", "Bearer " + Contenders.KEY)
            .build();
    return http.send(request, BodyHandlers.ofByteArray()).body();
  }
}
