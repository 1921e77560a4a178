package dev.clerkbapi.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** OkHttp alone: reads the body, decodes nothing. */
final class OkHttpContender implements Contender {
  private final OkHttpClient http;
  private final String users;

  private OkHttpContender(OkHttpClient http, String baseUrl) {
    this.http = http;
    this.users = baseUrl + "/users/";
  }

  /** With its default settings, which keep five idle connections. */
  static OkHttpContender asItComes(String baseUrl) {
    return new OkHttpContender(new OkHttpClient(), baseUrl);
  }

  /** Keeps as many idle connections as this SDK does. */
  static OkHttpContender keeping(int connections, String baseUrl) {
    ConnectionPool pool = new ConnectionPool(connections, 5, TimeUnit.MINUTES);
    return new OkHttpContender(new OkHttpClient.Builder().connectionPool(pool).build(), baseUrl);
  }

  @Override
  public Object getUser(String id) throws IOException {
    Request request =
        new Request.Builder()
            .url(users + id)
            .header("Authorization", "Bearer " + Contenders.KEY)
            .build();
    try (Response response = http.newCall(request).execute()) {
      return response.body().bytes();
    }
  }

  @Override
  public void close() {
    stop(http);
  }

  static void stop(OkHttpClient http) {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
