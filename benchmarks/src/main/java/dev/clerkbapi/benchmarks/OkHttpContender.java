package dev.clerkbapi.benchmarks;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** OkHttp alone: reads the body, decodes nothing. */
final class OkHttpContender implements Contender {
  private final OkHttpClient http = new OkHttpClient();
  private final String users;

  OkHttpContender(String baseUrl) {
    users = baseUrl + "/users/";
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
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
