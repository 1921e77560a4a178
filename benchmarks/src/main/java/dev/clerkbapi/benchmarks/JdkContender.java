package dev.clerkbapi.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;

/**
 * The JDK's HTTP client alone: reads the body, decodes nothing. It does not ask for gzip by itself,
 * so a program that wants it does what this one does.
 */
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
            .header("Accept-Encoding", "gzip")
            .build();
    HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
    return response.headers().firstValue("Content-Encoding").isPresent()
        ? unzipped(response.body())
        : response.body();
  }

  private static byte[] unzipped(byte[] body) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    }
  }
}
